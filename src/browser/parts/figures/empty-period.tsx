import { Link } from 'react-router'
import type { Period } from '#queries/period.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import * as m from '#words/m.ts'

interface EmptyPeriodProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** No leads: in this period (look at all time), or at all (add the first). */
export function EmptyPeriod({ period, onChange }: EmptyPeriodProps) {
  return (
    <div className="flex flex-col items-start gap-3 py-6">
      {period === 'all_time' ? (
        <>
          <p>{m.overview_empty_ever()}</p>
          <Link to="/leads/new" className={buttonClass('plain')}>
            {m.overview_empty_ever_way()}
          </Link>
        </>
      ) : (
        <>
          <p>{m.overview_empty()}</p>
          <Button onClick={() => onChange('all_time')}>{m.overview_empty_way()}</Button>
        </>
      )}
    </div>
  )
}
