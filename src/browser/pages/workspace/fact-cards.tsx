import type { ReactNode } from 'react'
import type { Workspace } from '#contract/workspace.ts'
import { AsOf, AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { knownText } from '#parts/figures/range-text.ts'
import { useWorkspace } from '#queries/workspace.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { planName } from '#words/plan-name.ts'
import { QuotaDifference } from './quota-difference.tsx'
import { subscriptionWord } from './subscription-words.ts'

/** Plan, quota and team as the workspace tells them. Without the scope it says which one is missing. */
export function FactCards() {
  const view = useWorkspace()
  if (view.data === undefined) {
    return (
      <Card title={m.workspace_facts()}>
        <AsyncView view={view} pending={<Skeleton lines={3} />}>
          {() => null}
        </AsyncView>
      </Card>
    )
  }
  return (
    <AsyncView view={view}>
      {(workspace) => (
        <>
          <div className="grid gap-4 md:grid-cols-3">
            <PlanCard workspace={workspace} />
            <QuotaCard workspace={workspace} />
            <TeamCard workspace={workspace} />
          </div>
          <p className="mt-2 text-right">
            <AsOf asOf={view.asOf} />
          </p>
        </>
      )}
    </AsyncView>
  )
}

const joined = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')

function PlanCard({ workspace: { subscription, timezone, currency } }: { readonly workspace: Workspace }) {
  const { dates } = useDisplay()
  const [status, interval] = [subscriptionWord(subscription?.status), subscriptionWord(subscription?.interval)]
  const until = dates.date(subscription?.currentPeriodEnd)
  return (
    <Fact label={m.workspace_plan()} figure={knownText(planName(subscription?.plan))}>
      <p>{joined([status, interval, until && m.workspace_until({ date: until })])}</p>
      <p>{joined([timezone, currency])}</p>
    </Fact>
  )
}

function QuotaCard({ workspace: { usage } }: { readonly workspace: Workspace }) {
  const { numbers } = useDisplay()
  const { limit, current } = usage?.leadsPerDay ?? {}
  const left = limit == null || current == null ? null : Math.max(0, limit - current)
  return (
    <Fact
      label={m.workspace_leads_today()}
      figure={knownText(numbers.count(current))}
      beside={limit == null ? undefined : m.workspace_of({ limit: numbers.count(limit) })}
    >
      <p className={left === 0 ? 'text-warn' : undefined}>{quotaWords(left, numbers.count)}</p>
      <QuotaDifference theirs={current} />
    </Fact>
  )
}

function quotaWords(left: number | null, count: (n: number) => string): string {
  if (left === null) return m.workspace_quota_unknown()
  return left === 0 ? m.workspace_full() : m.workspace_left({ n: count(left) })
}

function TeamCard({ workspace: { usage, trackingCode } }: { readonly workspace: Workspace }) {
  const { numbers } = useDisplay()
  const rotators = numbers.count(usage?.activeRotators)
  return (
    <Fact
      label={m.workspace_team()}
      figure={knownText(numbers.count(usage?.teamMembers))}
      beside={rotators === '' ? m.workspace_members_only() : m.workspace_members_rotators({ n: rotators })}
    >
      {trackingCode != null && trackingCode !== '' && <p>{m.workspace_code({ code: trackingCode })}</p>}
    </Fact>
  )
}

interface FactProps {
  readonly label: string
  readonly figure: string
  readonly beside?: string | undefined
  readonly children: ReactNode
}

function Fact({ label, figure, beside, children }: FactProps) {
  return (
    <section className="min-w-0 rounded-lg border border-line bg-surface p-4">
      <h2 className="text-sm font-normal text-ink-2">{label}</h2>
      <p className="tabular flex flex-wrap items-baseline gap-x-2">
        <span className="text-figure font-semibold tracking-tight">{figure}</span>
        {beside !== undefined && <span className="text-base text-ink-2">{beside}</span>}
      </p>
      <div className="tabular text-ink-3">{children}</div>
    </section>
  )
}
