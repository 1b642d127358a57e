import type { Lead } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { cleanPhone, isPhone } from '#parts/lead/phone-input.ts'
import * as m from '#words/m.ts'
import { TwinHint } from '../twins/twin-hint.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

interface PhoneFieldProps extends Pick<TextFieldProps, 'form' | 'field' | 'value' | 'error'> {
  /** Other leads with this phone. */
  readonly twins: readonly Lead[]
  /** True where it could not be looked for them. */
  readonly isUnchecked: boolean
}

/** A phone in any form it is pasted in. What it is saved as is shown at once, and stands in the field when that is left. */
export function PhoneField({ twins, isUnchecked, ...rest }: PhoneFieldProps) {
  const { form, field, value } = rest
  const clean = cleanPhone(value)
  const isCleaned = clean !== value.trim() && isPhone(clean)
  return (
    <TextField
      {...rest}
      max={limits.phone}
      inputMode="tel"
      placeholder="0812…"
      isWarning={twins.length > 0}
      hint={
        isCleaned || isUnchecked || twins.length > 0 ? (
          <>
            {isCleaned && <span className="block">{m.lead_form_phone_saved_as({ phone: clean })}</span>}
            {isUnchecked && <span className="block">{m.lead_form_twin_unchecked()}</span>}
            {twins.length > 0 && <TwinHint count={twins.length} />}
          </>
        ) : undefined
      }
      onLeave={() => {
        if (isCleaned) form.setValue(field, clean, { shouldDirty: true, shouldValidate: true })
      }}
    />
  )
}
