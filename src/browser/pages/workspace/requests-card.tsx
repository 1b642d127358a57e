import type { RequestsThisMinute } from '#contract/traffic.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { useServerNow } from '#parts/use-now.ts'
import { useTraffic } from '#queries/traffic.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { type RequestShares, requestShares } from './request-shares.ts'

/** The shared budget of this minute: ours, others', left. */
export function RequestsCard() {
  const view = useTraffic()
  return (
    <Card title={m.workspace_requests()}>
      <AsyncView view={view} pending={<Skeleton lines={2} />}>
        {({ requests }) =>
          requests === null ? (
            <p className="text-ink-3">{m.workspace_requests_unknown()}</p>
          ) : (
            <Requests requests={requests} />
          )
        }
      </AsyncView>
    </Card>
  )
}

function Requests({ requests }: { readonly requests: RequestsThisMinute }) {
  const { numbers, dates } = useDisplay()
  const shares = requestShares(requests, useServerNow(10_000))
  const limit = numbers.count(requests.limit)
  return (
    <div className="flex flex-col gap-2">
      {shares !== null && <Bar shares={shares} />}
      <p className="tabular">
        {shares === null
          ? m.workspace_requests_none({ limit })
          : m.workspace_requests_line({
              ours: numbers.count(shares.ours),
              others: numbers.count(shares.others),
              left: numbers.count(shares.left),
              limit,
            })}
      </p>
      <p className="tabular text-xs text-ink-3">{m.workspace_requests_note({ time: dates.time(requests.seenAt) })}</p>
    </div>
  )
}

function Bar({ shares: { ours, others, left } }: { readonly shares: RequestShares }) {
  return (
    <div aria-hidden="true" className="flex h-2.5 gap-0.5 overflow-hidden rounded-sm bg-sunken">
      {ours > 0 && <div className="min-w-1 bg-ink-2" style={{ flexGrow: ours, flexBasis: 0 }} />}
      {others > 0 && <div className="min-w-1 bg-line-control" style={{ flexGrow: others, flexBasis: 0 }} />}
      <div style={{ flexGrow: left, flexBasis: 0 }} />
    </div>
  )
}
