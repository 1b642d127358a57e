import { useFormState } from 'react-hook-form'
import type { LeadField } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { adPlatforms, leadPriorities, leadSources } from '#contract/vocabularies.ts'
import { useDisplay } from '#parts/display.tsx'
import { MemberPicker } from '#parts/lead/member-picker.tsx'
import { stageOf } from '#parts/lead/status-stage.ts'
import { settableStatuses } from '#parts/status/next-status.ts'
import { Field } from '#ui/field.tsx'
import { StageRing } from '#ui/stage-ring.tsx'
import * as m from '#words/m.ts'
import { fieldWord, platformWord, priorityWord, sourceWord, statusWord } from '#words/vocabulary-words.ts'
import { becomes } from '../form-values.ts'
import { TwinCard } from '../twins/twin-card.tsx'
import { TwinHint } from '../twins/twin-hint.tsx'
import type { Twins } from '../twins/use-twins.ts'
import type { LeadFormState } from '../use-lead-form.ts'
import { AmountField } from './amount-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { LostBlock } from './lost-block.tsx'
import { PhoneField } from './phone-field.tsx'
import { StatusEvent } from './status-event.tsx'
import { TextField } from './text-field.tsx'
import { WonBlock } from './won-block.tsx'

/** From here on the notes count what is typed: product.md, "Notes". */
const notesWarnFrom = 4500

interface LeadFieldsProps {
  readonly state: LeadFormState
  readonly twins: Twins
}

/** Every field of the API, in the order people fill them in. */
export function LeadFields({ state, twins }: LeadFieldsProps) {
  const { form, values, start, seen, failure } = state
  const { numbers } = useDisplay()
  const { errors } = useFormState({ control: form.control })
  const isNew = seen === null
  const error = (field: LeadField) =>
    errors[field]?.message ??
    (failure?.kind === 'conflict' && Object.hasOwn(failure.theirs, field) ? m.lead_form_conflict_see() : undefined)
  const text = (field: LeadField) => ({ form, field, value: values[field], error: error(field) })
  const choice = (field: LeadField) => ({ form, field, startValue: start[field], error: error(field) })
  const change = { start, draft: values, isNew }
  const isWon = becomes('won', change)
  const stage = stageOf(values.status)
  return (
    <div className="grid items-start gap-x-4 gap-y-5 md:grid-cols-2">
      <TextField {...text('firstName')} max={limits.firstName} />
      <TextField {...text('lastName')} max={limits.lastName} placeholder={m.optional()} />
      <div className="flex min-w-0 flex-col gap-3">
        <PhoneField {...text('phone')} twins={twins.phone} isUnchecked={twins.isUnchecked} />
        <TwinCard of="phone" leads={twins.phone} className="xl:hidden" />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <TextField
          {...text('email')}
          max={limits.email}
          inputMode="email"
          placeholder={m.lead_form_email_hint()}
          isWarning={twins.email.length > 0}
          hint={twins.email.length > 0 ? <TwinHint count={twins.email.length} /> : undefined}
        />
        <TwinCard of="email" leads={twins.email} className="xl:hidden" />
      </div>
      <ChoiceField
        {...choice('status')}
        options={settableStatuses}
        word={statusWord}
        isRequired
        mark={<StageRing shape={stage.shape} lane={stage.lane} />}
        hint={isNew ? undefined : <StatusEvent change={change} />}
      />
      <ChoiceField {...choice('priority')} options={leadPriorities} word={priorityWord} />
      {isWon && <WonBlock form={form} values={values} error={error('actualValue')} />}
      {becomes('lost', change) && <LostBlock form={form} error={errors.lostReason?.message} />}
      <ChoiceField {...choice('source')} options={leadSources} word={sourceWord} />
      <ChoiceField {...choice('adPlatform')} options={adPlatforms} word={platformWord} />
      <Field label={fieldWord('assignedTo')} error={error('assignedTo')}>
        {(wiring) => (
          <MemberPicker
            wiring={wiring}
            value={values.assignedTo}
            onChange={(id) => form.setValue('assignedTo', id, { shouldDirty: true, shouldValidate: id === '' })}
            onBlur={() => void form.trigger('assignedTo')}
          />
        )}
      </Field>
      <AmountField {...text('estimatedValue')} />
      {!isWon && <AmountField {...text('actualValue')} placeholder={m.lead_form_only_won()} />}
      <TextField
        {...text('externalRef')}
        max={limits.externalRef}
        placeholder={m.lead_form_own_id()}
        hint={!isNew && start.externalRef === '' ? m.lead_form_ref_unknown() : undefined}
      />
      <TextField {...text('uniqueCode')} max={limits.uniqueCode} placeholder={m.lead_form_code_hint()} />
      <TextField
        {...text('notes')}
        max={limits.notes}
        countFrom={notesWarnFrom}
        isLong
        className="md:col-span-2"
        placeholder={m.lead_form_notes_hint({ max: numbers.count(limits.notes) })}
      />
      {isNew && (
        <div className="text-ink-2 md:col-span-2">
          <StatusEvent change={change} />
        </div>
      )}
    </div>
  )
}
