import { timeframes } from '#contract/vocabularies.ts'
import type { Period } from '#queries/period.ts'
import { buttonClass } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { Popover } from '#ui/popover.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { DayRangeForm } from './day-range-form.tsx'
import { periodName, periodSpan, timeframeWords } from './period-words.ts'

interface PeriodControlProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** The one control for a period: the API's presets, or a range of whole days in the workspace's zone. */
export function PeriodControl({ period, onChange }: PeriodControlProps) {
  const display = useDisplay()
  const span = periodSpan(period, display)
  return (
    <Popover
      label={m.period()}
      align="end"
      className="w-64"
      trigger={(props) => (
        <button type="button" className={buttonClass('plain')} {...props}>
          <Icon name="calendar" />
          <span>{periodName(period, display)}</span>
          {typeof period === 'string' && span !== '' && <span className="text-ink-3 max-md:hidden">{span}</span>}
        </button>
      )}
    >
      {(close) => {
        const choose = (next: Period) => {
          onChange(next)
          close()
        }
        return (
          <>
            {timeframes.map((timeframe) => (
              <button
                key={timeframe}
                type="button"
                aria-pressed={period === timeframe}
                className={classNames(
                  'flex w-full items-center justify-between rounded px-2.5 py-1.5 text-left hover:bg-sunken pointer-coarse:min-h-11',
                  period === timeframe && 'font-semibold',
                )}
                onClick={() => choose(timeframe)}
              >
                {timeframeWords[timeframe]()}
                {period === timeframe && <Icon name="check" />}
              </button>
            ))}
            <div className="mt-2 flex flex-col gap-2 border-t border-line p-2 pt-3">
              <p className="text-xs font-medium text-ink-3">{m.period_custom()}</p>
              <DayRangeForm period={period} onApply={choose} />
            </div>
          </>
        )
      }}
    </Popover>
  )
}
