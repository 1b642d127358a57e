import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { LeadField } from '#contract/lead.ts'
import { useDisplay } from '#parts/display.tsx'
import { classNames } from '#ui/class-names.ts'
import { Field } from '#ui/field.tsx'
import { TextArea, TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import type { FormValues } from '../form-values.ts'

export interface TextFieldProps {
  readonly form: UseFormReturn<FormValues>
  readonly field: LeadField
  readonly value: string
  readonly error: string | undefined
  readonly max?: number
  /** From this many characters on it counts what is typed; from most of `max` on where it is not told. */
  readonly countFrom?: number
  readonly placeholder?: string
  readonly hint?: ReactNode
  /** True where the hint is something to look at before saving. */
  readonly isWarning?: boolean
  readonly inputMode?: 'text' | 'tel' | 'email' | 'decimal'
  readonly isLong?: boolean
  readonly className?: string
  /** When the field is left. */
  readonly onLeave?: () => void
}

/** From this share of its limit on, a field counts what is typed. */
const nearLimit = 0.8

/** A text of a lead. Nothing is cut while it is typed or pasted: too much is counted and told. */
export function TextField(props: TextFieldProps) {
  const { form, field, value, error, max, countFrom, hint, isWarning, isLong, className, onLeave, ...rest } = props
  const { numbers } = useDisplay()
  const isNear = max !== undefined && value.length >= (countFrom ?? max * nearLimit)
  const counter = isNear ? m.lead_form_counter({ n: numbers.count(value.length), max: numbers.count(max) }) : undefined
  const look = classNames(isWarning && !error && 'border-warn!')
  const wires = form.register(field, { onBlur: onLeave })
  return (
    <Field
      label={fieldWord(field)}
      aside={
        counter === undefined ? undefined : (
          <span className={counterLook(value.length, max, countFrom !== undefined)}>{counter}</span>
        )
      }
      error={error}
      hint={hint}
      className={className}
    >
      {(wiring) =>
        isLong ? (
          <TextArea {...wiring} {...rest} className={look} dir="auto" rows={5} {...wires} />
        ) : (
          <TextInput {...wiring} {...rest} className={look} dir="auto" autoComplete="off" {...wires} />
        )
      }
    </Field>
  )
}

function counterLook(length: number, max: number | undefined, isWarning: boolean): string | undefined {
  if (max !== undefined && length > max) return 'text-bad'
  return isWarning ? 'text-warn' : undefined
}
