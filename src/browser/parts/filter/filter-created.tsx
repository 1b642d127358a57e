import { useState } from 'react'
import { timeframes } from '#contract/vocabularies.ts'
import type { Period } from '#queries/period.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { DayRangeForm } from '../period/day-range-form.tsx'
import { timeframeWords } from '../period/period-words.ts'
import { filterWord } from './filter-words.ts'

interface FilterCreatedProps {
  readonly value: Period
  readonly onChange: (value: Period) => void
}

const custom = 'custom'

/** When a lead was created: a preset, or whole days in the workspace's zone. */
export function FilterCreated({ value, onChange }: FilterCreatedProps) {
  const [isCustom, setCustom] = useState(typeof value !== 'string')
  return (
    <>
      <Field label={filterWord('created')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={isCustom || typeof value !== 'string' ? custom : value}
            onChange={(event) => {
              const preset = timeframes.find((timeframe) => timeframe === event.target.value)
              setCustom(preset === undefined)
              if (preset !== undefined) onChange(preset)
            }}
          >
            {[...timeframes].reverse().map((timeframe) => (
              <option key={timeframe} value={timeframe}>
                {timeframeWords[timeframe]()}
              </option>
            ))}
            <option value={custom}>{m.period_custom()}</option>
          </Select>
        )}
      </Field>
      {(isCustom || typeof value !== 'string') && <DayRangeForm period={value} onApply={onChange} />}
    </>
  )
}
