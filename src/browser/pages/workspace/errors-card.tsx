import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { RequestId } from '#parts/failure/request-id.tsx'
import { useNow } from '#parts/use-now.ts'
import { useTraffic } from '#queries/traffic.ts'
import { Card } from '#ui/card.tsx'
import * as m from '#words/m.ts'
import { momentText } from '#words/moment-text.ts'
import { type ErrorGroup, errorGroups } from './error-groups.ts'

/** What Konektor refused or could not do lately, by code and endpoint, with the ids its support asks for. */
export function ErrorsCard() {
  const view = useTraffic()
  const { dates } = useDisplay()
  const now = useNow(60_000)
  const since = view.data === undefined ? '' : momentText(view.data.since, now, dates)
  return (
    <Card title={m.workspace_errors()} aside={since === '' ? undefined : m.workspace_errors_since({ time: since })}>
      <AsyncView
        view={view}
        isEmpty={({ errors }) => errors.length === 0}
        empty={<p className="text-ink-3">{m.workspace_errors_none()}</p>}
      >
        {({ errors }) => (
          <table className="w-full text-left max-md:block">
            <thead className="text-xs text-ink-3 max-md:sr-only">
              <tr>
                {[
                  m.workspace_error_code(),
                  m.workspace_error_endpoint(),
                  m.workspace_error_count(),
                  m.workspace_error_last(),
                  m.workspace_error_ids(),
                ].map((name) => (
                  <th key={name} scope="col" className="py-1.5 pr-4 font-normal">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-md:block">
              {errorGroups(errors).map((group) => (
                <ErrorRow key={`${group.code} ${group.endpoint}`} group={group} now={now} />
              ))}
            </tbody>
          </table>
        )}
      </AsyncView>
    </Card>
  )
}

const cell = 'py-2 pr-4 max-md:py-0'

function ErrorRow({ group, now }: { readonly group: ErrorGroup; readonly now: number }) {
  const { dates, numbers } = useDisplay()
  return (
    <tr className="border-t border-line align-baseline max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:gap-y-0.5 max-md:py-2">
      <th scope="row" className={`${cell} wrap-anywhere font-medium`}>
        {group.code}
        {group.status !== null && <span className="font-normal text-ink-3"> {group.status}</span>}
      </th>
      <td className={`${cell} wrap-anywhere text-ink-2 max-md:order-3 max-md:col-span-2`}>{group.endpoint}</td>
      <td className={`${cell} tabular max-md:order-2`}>
        {numbers.count(group.count)}
        <span aria-hidden="true">×</span>
      </td>
      <td className={`${cell} tabular whitespace-nowrap text-ink-3 max-md:order-4`}>
        {momentText(group.last, now, dates)}
      </td>
      <td className="py-1 max-md:order-5 max-md:col-span-2">
        {group.requestIds.length === 0 ? (
          <span className="text-xs text-ink-3">{m.workspace_error_no_id()}</span>
        ) : (
          <ul className="flex flex-wrap gap-x-4">
            {group.requestIds.map((id) => (
              <li key={id}>
                <RequestId id={id} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
