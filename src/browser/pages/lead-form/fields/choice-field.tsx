import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { LeadField } from '#contract/lead.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import type { FormValues } from '../form-values.ts'

interface ChoiceFieldProps {
  readonly form: UseFormReturn<FormValues>
  readonly field: LeadField
  /** The value that editing began with: it stays choosable whatever it is. */
  readonly startValue: string
  readonly options: readonly string[]
  readonly word: (value: string) => string
  readonly error: string | undefined
  readonly isRequired?: boolean
  readonly hint?: ReactNode
  /** Drawn over the left end of the select. */
  readonly mark?: ReactNode
}

/** One value of a vocabulary. A value that no vocabulary lists stays as long as nobody chooses another. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { form, field, startValue, options, word, error, isRequired, hint, mark } = props
  const isOdd = startValue !== '' && !options.includes(startValue)
  return (
    <Field label={fieldWord(field)} error={error} hint={hint}>
      {(wiring) => (
        <div className="relative">
          {mark !== undefined && (
            <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center">{mark}</span>
          )}
          <Select {...wiring} className={mark === undefined ? undefined : 'pl-8'} {...form.register(field)}>
            {(!isRequired || startValue === '') && <option value="">{m.lead_form_none()}</option>}
            {isOdd && <option value={startValue}>{word(startValue)}</option>}
            {options.map((option) => (
              <option key={option} value={option}>
                {word(option)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </Field>
  )
}
