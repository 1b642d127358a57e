import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { useMaySeeLeads } from '#parts/access/use-access.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useUrgentCount } from '#parts/conversions/use-urgent-count.ts'
import { useDisplay } from '#parts/display.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { knownText } from '#parts/figures/range-text.ts'
import { useQuarterHour } from '#parts/use-now.ts'
import { type TouchLeads, useLatestWon, useNewBefore, useNewLeads } from '#queries/touch-leads.ts'
import { classNames } from '#ui/class-names.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { type AtLeast, waitingSince, withoutValue } from './touch-counts.ts'

const dayMs = 24 * 60 * 60_000

/** What somebody should do something about now, whatever the period; each number leads to its leads. */
export function NeedsTouch(props: { readonly isAsked: boolean }) {
  // It is work with leads: who may not see them has none of it.
  return useMaySeeLeads() ? <Touch {...props} /> : null
}

function Touch({ isAsked }: { readonly isAsked: boolean }) {
  const fresh = useNewLeads(true)
  const won = useLatestWon(true)
  return (
    <section aria-label={m.touch_title()} className="rounded-lg border border-line bg-surface px-4 py-3 print:py-1.5">
      <AsyncView view={fresh} pending={<Skeleton lines={1} className="h-5" />}>
        {(data) => (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1.5">
            <h2 className="flex items-center gap-1 text-sm font-semibold">
              {m.touch_title()}
              <Explain
                name={m.touch_title()}
                formula={m.touch_formula()}
                endpoints={[agentEndpoints.listLeads, agentEndpoints.unsentConversions]}
                query={{ timeframe: 'all_time' }}
                asOf={fresh.asOf}
                leftOut={m.touch_left_out()}
              />
            </h2>
            <TouchItems fresh={data} won={won.data} isAsked={isAsked} />
          </div>
        )}
      </AsyncView>
    </section>
  )
}

interface TouchItemsProps {
  readonly fresh: TouchLeads
  readonly won: TouchLeads | undefined
  readonly isAsked: boolean
}

function TouchItems({ fresh, won, isAsked }: TouchItemsProps) {
  const { numbers } = useDisplay()
  const before = useQuarterHour() - dayMs
  const seen = waitingSince(fresh, before)
  // More than the page holds have waited: one more call tells how many.
  const exact = useNewBefore(before, isAsked && !seen.isExact)
  const waiting = exact.data?.total == null ? seen : { count: exact.data.total, isExact: true }
  const valueless = won === undefined ? null : withoutValue(won)
  const count = (value: AtLeast) => `${numbers.count(value.count)}${value.isExact ? '' : '+'}`
  const { soon, late } = useUrgentCount()
  // Said only where all of it was looked at.
  const isNothing = fresh.total === 0 && valueless?.count === 0 && soon === 0 && late === 0
  if (isNothing) return <p className="text-ink-2">{m.touch_nothing()}</p>
  return (
    <ul className="contents">
      <TouchItem count={knownText(numbers.count(fresh.total))} to="/leads?status=new">
        {m.touch_new()}
      </TouchItem>
      {waiting.count > 0 && (
        <TouchItem count={count(waiting)} to="/leads?status=new&sort=created&order=asc" title={m.touch_waiting_title()}>
          {m.touch_waiting()}
        </TouchItem>
      )}
      {soon !== null && soon > 0 && (
        <TouchItem count={`${numbers.count(soon)}+`} to="/conversions" isUrgent>
          {m.touch_soon()}
        </TouchItem>
      )}
      {late !== null && late > 0 && (
        <TouchItem count={`${numbers.count(late)}+`} to="/conversions">
          {m.touch_late()}
        </TouchItem>
      )}
      {valueless !== null && valueless.count > 0 && (
        <TouchItem count={numbers.count(valueless.count)} to="/leads?status=won">
          {valueless.isExact ? m.touch_valueless() : m.touch_valueless_of({ n: numbers.count(won?.leads.length) })}
        </TouchItem>
      )}
    </ul>
  )
}

interface TouchItemProps {
  readonly count: string
  readonly to: string
  readonly title?: string | undefined
  readonly isUrgent?: boolean
  readonly children: ReactNode
}

function TouchItem({ count, to, title, isUrgent = false, children }: TouchItemProps) {
  return (
    <li>
      <Link to={to} title={title} className="tabular inline-block text-ink-2 hover:underline pointer-coarse:py-3">
        <span className={classNames('font-semibold', isUrgent ? 'text-bad' : 'text-ink')}>{count}</span> {children}
      </Link>
    </li>
  )
}
