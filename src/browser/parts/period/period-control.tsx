import { useState } from 'react'
import { timeframes } from '#contract/vocabularies.ts'
import type { Period } from '#queries/period.ts'
import { stepPeriod } from '#queries/period-step.ts'
import { buttonClass, IconButton } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import { Popover } from '#ui/popover.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { singleKeysAreOn, useShortcut } from '../shortcuts.tsx'
import { DayRangeForm } from './day-range-form.tsx'
import { customLetter, type LetterKey, periodLetters, timeframeOfKey } from './period-keys.ts'
import { periodName, periodSpan, timeframeWords } from './period-words.ts'

interface PeriodControlProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
  /** False where the letters mean something else, as beside an open lead. */
  readonly isKeyed?: boolean
}

/** The one control for a period: the API's presets, a range of whole days in the workspace's zone, a step earlier or later. */
export function PeriodControl({ period, onChange, isKeyed = true }: PeriodControlProps) {
  const display = useDisplay()
  const span = periodSpan(period, display)
  const [opened, setOpened] = useState<'closed' | 'list' | 'days'>('closed')
  const earlier = stepPeriod(period, -1, display.today)
  const later = stepPeriod(period, 1, display.today)
  const keys = (...letters: readonly string[]) => (isKeyed ? letters : [])
  const chooseByLetter = (event: LetterKey): boolean => {
    const timeframe = timeframeOfKey(event)
    if (timeframe === undefined || event.repeat) return false
    onChange(timeframe)
    return true
  }
  useShortcut(keys(...Object.values(periodLetters)), m.period_key_choose(), (event) => void chooseByLetter(event))
  useShortcut(keys(customLetter), m.period_key_custom(), () => setOpened('days'))
  useShortcut(keys('[', ']'), m.period_key_step(), ({ key, repeat }) => {
    const next = key === '[' ? earlier : later
    // A key that is held would ask for a year of figures in a second.
    if (next !== null && !repeat) onChange(next)
  })
  return (
    <div className="flex items-center gap-1">
      <Step label={m.period_earlier()} icon="left" to={earlier} onChange={onChange} />
      <Popover
        label={m.period()}
        align="end"
        className="w-64"
        isOpen={opened !== 'closed'}
        onOpenChange={(open) => setOpened(open ? 'list' : 'closed')}
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
                  aria-keyshortcuts={periodLetters[timeframe].toUpperCase()}
                  className={classNames(
                    'flex w-full items-center gap-2 rounded px-2.5 py-1.5 text-left hover:bg-sunken pointer-coarse:min-h-11',
                    period === timeframe && 'font-semibold',
                  )}
                  onClick={() => choose(timeframe)}
                  onKeyDown={(event) => {
                    if (singleKeysAreOn() && chooseByLetter(event)) close()
                  }}
                >
                  <span className="flex-1">{timeframeWords[timeframe]()}</span>
                  {period === timeframe && <Icon name="check" />}
                  <KeyHint>{periodLetters[timeframe].toUpperCase()}</KeyHint>
                </button>
              ))}
              <div className="mt-2 flex flex-col gap-2 border-t border-line p-2 pt-3">
                <p className="flex items-center justify-between text-xs font-medium text-ink-3">
                  {m.period_custom()}
                  <KeyHint>{customLetter.toUpperCase()}</KeyHint>
                </p>
                <DayRangeForm period={period} onApply={choose} isFirst={opened === 'days'} />
              </div>
            </>
          )
        }}
      </Popover>
      <Step label={m.period_later()} icon="right" to={later} onChange={onChange} />
    </div>
  )
}

interface StepProps {
  readonly label: string
  readonly icon: 'left' | 'right'
  /** null where there is no step. */
  readonly to: Period | null
  readonly onChange: (period: Period) => void
}

function Step({ label, icon, to, onChange }: StepProps) {
  return (
    <IconButton
      label={label}
      aria-keyshortcuts={icon === 'left' ? '[' : ']'}
      // Not `disabled`: the focus must not be lost at the last step.
      aria-disabled={to === null}
      className={classNames('print:hidden', to === null && 'opacity-40')}
      onClick={() => {
        if (to !== null) onChange(to)
      }}
    >
      <Icon name={icon} />
    </IconButton>
  )
}
