import type { UseFormReturn } from 'react-hook-form'
import type { LeadField } from '#contract/lead.ts'
import { useDisplay } from '#parts/display.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea, TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import type { FormValues } from '../form-values.ts'

interface TextFieldProps {
  readonly form: UseFormReturn<FormValues>
  readonly field: LeadField
  readonly value: string
  readonly error: string | undefined
  readonly max?: number
  readonly placeholder?: string
  readonly hint?: string | undefined
  readonly inputMode?: 'text' | 'tel' | 'email' | 'decimal'
  readonly isLong?: boolean
  readonly className?: string
}

/** From this share of its limit on, a field counts what is typed. */
const nearLimit = 0.8

/** A text of a lead. Nothing is cut while it is typed or pasted: too much is counted and told. */
export function TextField({ form, field, value, error, max, hint, isLong, className, ...rest }: TextFieldProps) {
  const { numbers } = useDisplay()
  const isNear = max !== undefined && value.length >= max * nearLimit
  const counter = isNear ? m.lead_form_counter({ n: numbers.count(value.length), max: numbers.count(max) }) : undefined
  const over = max !== undefined && value.length > max
  return (
    <Field
      label={fieldWord(field)}
      aside={counter === undefined ? undefined : <span className={over ? 'text-bad' : undefined}>{counter}</span>}
      error={error}
      hint={hint}
      className={className}
    >
      {(wiring) =>
        isLong ? (
          <TextArea {...wiring} {...rest} rows={5} {...form.register(field)} />
        ) : (
          <TextInput {...wiring} {...rest} autoComplete="off" {...form.register(field)} />
        )
      }
    </Field>
  )
}
