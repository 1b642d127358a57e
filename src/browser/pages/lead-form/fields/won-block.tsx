import type { UseFormReturn } from 'react-hook-form'
import { defaultEvent } from '#contract/default-events.ts'
import { useDisplay } from '#parts/display.tsx'
import { parseAmount } from '#parts/lead/amount-input.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import type { FormValues } from '../form-values.ts'
import { AmountField } from './amount-field.tsx'

interface WonBlockProps {
  readonly form: UseFormReturn<FormValues>
  readonly values: FormValues
  readonly error: string | undefined
}

/** Won asks for the value in the same save, because the value is reported once; none at all is a choice with words. */
export function WonBlock({ form, values, error }: WonBlockProps) {
  const { numbers } = useDisplay()
  const estimate = parseAmount(values.estimatedValue)
  const isReported = defaultEvent(values.status, values.adPlatform) !== null
  const offersEstimate = typeof estimate === 'number' && values.actualValue.trim() === ''
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line-strong bg-surface p-4 md:col-span-2">
      <p className="font-medium">
        {isReported
          ? m.lead_form_won_question({ platform: platformWord(values.adPlatform) })
          : m.lead_form_won_question_plain()}
      </p>
      <div className="grid items-start gap-x-4 gap-y-3 md:grid-cols-2">
        <AmountField form={form} field="actualValue" value={values.actualValue} error={error} />
        {offersEstimate && (
          <Button
            className="md:mt-6.5 md:justify-self-start"
            onClick={() => {
              form.setValue('actualValue', values.estimatedValue, { shouldValidate: true, shouldDirty: true })
              form.setFocus('actualValue')
            }}
          >
            {m.lead_form_won_estimate({ amount: numbers.money(estimate) })}
          </Button>
        )}
      </div>
      {values.actualValue.trim() === '' && (
        <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            {...form.register('withoutValue', { onChange: () => void form.trigger('actualValue') })}
          />
          {m.lead_form_won_without()}
        </label>
      )}
    </div>
  )
}
