import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { lostReasons, reasonWord } from '#parts/status/lost-reasons.ts'
import * as m from '#words/m.ts'
import type { FormValues } from '../form-values.ts'

interface LostBlockProps {
  readonly form: UseFormReturn<FormValues>
  readonly error: string | undefined
}

/** Lost asks for the reason in the same save, as it does everywhere. */
export function LostBlock({ form, error }: LostBlockProps) {
  const errorId = useId()
  return (
    <fieldset
      aria-describedby={error === undefined ? undefined : errorId}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line-strong bg-surface p-4 md:col-span-2"
    >
      <legend className="float-left font-medium">{m.status_lost_title()}</legend>
      <p className="-mt-2 text-xs text-ink-3">{m.lead_form_lost_note()}</p>
      <div className="grid gap-x-4 md:grid-cols-3">
        {lostReasons.map((reason) => (
          <label key={reason} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              value={reason}
              className="size-4 shrink-0 accent-accent"
              {...form.register('lostReason', { onChange: () => void form.trigger('lostReason') })}
            />
            {reasonWord(reason)}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={errorId} className="text-xs text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
