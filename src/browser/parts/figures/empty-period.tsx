import type { ReactNode } from 'react'
import { defaultPeriod, type Period } from '#queries/period.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { PageLink } from '../access/page-link.tsx'
import { useDisplay } from '../display.tsx'

interface EmptyPeriodProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
  /** What is missing, where it is not leads. */
  readonly words?: string
  readonly children?: ReactNode
}

/** Nothing: in this period (look at all time), at all (add the first lead), or because its days are yet to come. */
export function EmptyPeriod({ period, onChange, words, children }: EmptyPeriodProps) {
  const { today } = useDisplay()
  const isAhead = typeof period !== 'string' && period.first > today
  return (
    <div className="flex flex-col items-start gap-3 py-6">
      {isAhead ? (
        <>
          <p>{m.period_ahead()}</p>
          <Button onClick={() => onChange(defaultPeriod)}>{m.period_ahead_way()}</Button>
        </>
      ) : period === 'all_time' ? (
        <>
          <p>{words ?? m.overview_empty_ever()}</p>
          <PageLink to="/leads/new" without="nothing" className={buttonClass('plain')}>
            {m.overview_empty_ever_way()}
          </PageLink>
        </>
      ) : (
        <>
          <p>{words ?? m.overview_empty()}</p>
          <Button onClick={() => onChange('all_time')}>{m.overview_empty_way()}</Button>
        </>
      )}
      {children}
    </div>
  )
}
