import type { Comparison } from '#queries/comparison.ts'
import type { Failure } from '#queries/failure.ts'
import type { Period } from '#queries/period.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { FailureFace } from '../failure/failure-face.tsx'
import { CompareLine } from './compare-line.tsx'
import { useMaturity } from './use-maturity.ts'

interface CompareNoteProps {
  readonly period: Period
  /** null where there is no earlier period: the note says why. */
  readonly comparison: Comparison | null
  /** Why the earlier period could not be read. */
  readonly failure?: Failure | null
  readonly askAgain?: () => void
  /** False where the figures themselves say that they still mature. */
  readonly saysMaturing?: boolean
  /** When the first lead came, where the earlier period begins before it: then there is nothing fair to compare with. */
  readonly firstLead?: string | null
}

/** What is set beside what, that the present has had less time where it has, and what went wrong with the earlier one. */
export function CompareNote({
  period,
  comparison,
  failure = null,
  askAgain,
  saysMaturing = true,
  firstLead = null,
}: CompareNoteProps) {
  const { numbers, dates } = useDisplay()
  const { days, isMaturing } = useMaturity(period)
  return (
    <div className="text-xs text-ink-3">
      {firstLead === null ? (
        <CompareLine period={period} comparison={comparison} />
      ) : (
        <p>{m.compare_before_first({ date: dates.date(firstLead) })}</p>
      )}
      {saysMaturing && comparison !== null && isMaturing && <p>{m.compare_maturing({ days: numbers.count(days) })}</p>}
      {comparison !== null && failure !== null && (
        <div className="mt-1 text-sm text-ink">
          <FailureFace failure={failure} askAgain={askAgain ?? (() => undefined)} />
        </div>
      )}
    </div>
  )
}
