import { useLiveLink } from '#queries/live/use-live.ts'
import { useStatus } from '#queries/status.ts'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { useNow } from '../use-now.ts'
import { budgetFacts } from './budget-words.ts'
import { LiveMark } from './live-mark.tsx'

/** At the foot of the side bar, and of a phone's menu: whether news come, and what is left of the shared budget. */
export function LiveFoot() {
  return (
    <div className="flex flex-col gap-0.5 px-2 pb-2 md:px-2.5">
      <p className="empty:hidden first-letter:uppercase">
        <LiveMark isBehind={false} />
      </p>
      <BudgetLine />
    </div>
  )
}

function BudgetLine() {
  const { numbers } = useDisplay()
  const { data, asOf } = useStatus()
  const { isUp } = useLiveLink()
  const now = useNow(10_000)
  const facts = budgetFacts(data?.budget, now - (asOf ?? 0), isUp)
  if (facts === null) return null
  const counts = { left: numbers.count(facts.left), limit: numbers.count(facts.limit) }
  const parts = [
    facts.isKept ? m.live_budget_kept(counts) : m.live_budget(counts),
    ...(facts.others > 0 ? [m.live_budget_others({ n: numbers.count(facts.others) })] : []),
  ]
  return (
    <p
      className={classNames('tabular text-xs text-balance', facts.isLow ? 'font-medium text-warn' : 'text-ink-3')}
      title={m.live_budget_title()}
    >
      {parts.join(' · ')}
    </p>
  )
}
