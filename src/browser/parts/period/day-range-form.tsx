import { useState } from 'react'
import { type Period, periodDayLimits, periodDays } from '#queries/period.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'

interface DayRangeFormProps {
  /** What the form starts from. */
  readonly period: Period
  readonly onApply: (period: Period) => void
  /** True where the first day takes the focus as the form opens. */
  readonly isFirst?: boolean
}

/** Two days of the workspace's zone, both included. */
export function DayRangeForm({ period, onApply, isFirst = false }: DayRangeFormProps) {
  const { today } = useDisplay()
  const days = periodDays(period, today) ?? { first: today, last: today }
  const [first, setFirst] = useState(days.first)
  const [last, setLast] = useState(days.last)
  const isComplete = first !== '' && last !== ''
  const error = isComplete && first > last ? m.period_order() : undefined
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete && error === undefined) onApply({ first, last })
      }}
    >
      <DayField label={m.period_from()} value={first} onChange={setFirst} isFirst={isFirst} />
      <DayField label={m.period_to()} value={last} onChange={setLast} error={error} />
      <Button type="submit" look="primary">
        {m.period_apply()}
      </Button>
    </form>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
  readonly error?: string | undefined
  readonly isFirst?: boolean
}

function DayField({ label, value, onChange, error, isFirst = false }: DayFieldProps) {
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <TextInput
          {...wiring}
          type="date"
          data-first={isFirst ? '' : undefined}
          required
          min={periodDayLimits.first}
          max={periodDayLimits.last}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
