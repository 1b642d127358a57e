import { useState } from 'react'
import { timeframes } from '#contract/vocabularies.ts'
import { type Period, periodDays } from '#queries/period.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
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
      {(isCustom || typeof value !== 'string') && <CustomDays value={value} onApply={onChange} />}
    </>
  )
}

function CustomDays({ value, onApply }: { readonly value: Period; readonly onApply: (value: Period) => void }) {
  const { today } = useDisplay()
  const days = periodDays(value, today) ?? { first: today, last: today }
  const [first, setFirst] = useState(days.first)
  const [last, setLast] = useState(days.last)
  const error = first !== '' && last !== '' && first > last ? m.period_order() : undefined
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (error === undefined && first !== '' && last !== '') onApply({ first, last })
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        <Field label={m.period_from()}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="date"
              required
              value={first}
              onChange={(event) => setFirst(event.target.value)}
            />
          )}
        </Field>
        <Field label={m.period_to()}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="date"
              required
              value={last}
              onChange={(event) => setLast(event.target.value)}
            />
          )}
        </Field>
      </div>
      {error !== undefined && (
        <p role="alert" className="text-xs text-bad">
          {error}
        </p>
      )}
      <Button type="submit">{m.period_apply()}</Button>
    </form>
  )
}
