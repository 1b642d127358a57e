import { useFormState } from 'react-hook-form'
import type { LeadField } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { adPlatforms, leadPriorities, leadSources, leadStatuses } from '#contract/vocabularies.ts'
import { useDisplay } from '#parts/display.tsx'
import { MemberPicker } from '#parts/lead/member-picker.tsx'
import { stageOf } from '#parts/lead/status-stage.ts'
import { Field } from '#ui/field.tsx'
import { StageRing } from '#ui/stage-ring.tsx'
import * as m from '#words/m.ts'
import { fieldWord, platformWord, priorityWord, sourceWord, statusWord } from '#words/vocabulary-words.ts'
import { becomesWon } from '../form-values.ts'
import type { LeadFormState } from '../use-lead-form.ts'
import { ChoiceField } from './choice-field.tsx'
import { eventLine } from './event-line.ts'
import { TextField } from './text-field.tsx'
import { WonBlock } from './won-block.tsx'

/** A visit is a thing that happened, not a thing a person sets. */
const settableStatuses = leadStatuses.filter((status) => status !== 'pageview')

/** Every field of the API, in the order people fill them in. */
export function LeadFields({ state }: { readonly state: LeadFormState }) {
  const { form, values, start, seen, failure } = state
  const { numbers } = useDisplay()
  const { errors } = useFormState({ control: form.control })
  const isNew = seen === null
  const error = (field: LeadField) =>
    errors[field]?.message ??
    (failure?.kind === 'conflict' && Object.hasOwn(failure.theirs, field) ? m.lead_form_conflict_see() : undefined)
  const text = (field: LeadField) => ({ form, field, value: values[field], error: error(field) })
  const choice = (field: LeadField) => ({ form, field, startValue: start[field], error: error(field) })
  const isWon = becomesWon(start, values, isNew)
  const stage = stageOf(values.status)
  return (
    <div className="grid items-start gap-x-4 gap-y-5 md:grid-cols-2">
      <TextField {...text('firstName')} max={limits.firstName} />
      <TextField {...text('lastName')} max={limits.lastName} placeholder={m.optional()} />
      <TextField {...text('phone')} max={limits.phone} inputMode="tel" placeholder="0812…" />
      <TextField {...text('email')} max={limits.email} inputMode="email" placeholder={m.lead_form_email_hint()} />
      <ChoiceField
        {...choice('status')}
        options={settableStatuses}
        word={statusWord}
        isRequired
        mark={<StageRing shape={stage.shape} lane={stage.lane} />}
        hint={<span aria-live="polite">{eventLine({ start, draft: values, isNew })}</span>}
      />
      <ChoiceField {...choice('priority')} options={leadPriorities} word={priorityWord} />
      {isWon && <WonBlock form={form} values={values} error={error('actualValue')} />}
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
      <TextField {...text('estimatedValue')} inputMode="decimal" />
      {!isWon && <TextField {...text('actualValue')} inputMode="decimal" placeholder={m.lead_form_only_won()} />}
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
        isLong
        className="md:col-span-2"
        placeholder={m.lead_form_notes_hint({ max: numbers.count(limits.notes) })}
      />
    </div>
  )
}
