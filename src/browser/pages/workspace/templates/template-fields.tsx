import { type MessageTemplate, templateLimits } from '#contract/settings.ts'
import { useDisplay } from '#parts/display.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea, TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { PlaceholderList } from './placeholder-list.tsx'
import { type TemplateFault, templateFault } from './template-list.ts'
import { TemplatePreview } from './template-preview.tsx'

interface TemplateFieldsProps {
  readonly draft: MessageTemplate
  /** What was wrong when somebody tried to save. */
  readonly fault: TemplateFault | null
  readonly isDisabled: boolean
  readonly onChange: (change: Partial<MessageTemplate>) => void
  readonly onRemove: () => void
}

/** Names and texts of one template in both languages, each with how the customer would read it. */
export function TemplateFields({ draft, fault, isDisabled, onChange, onRemove }: TemplateFieldsProps) {
  const { numbers } = useDisplay()
  // Too long is told at once; what is still missing only after somebody tried to save.
  const now = templateFault(draft)
  const told = now?.endsWith('-long') === true ? now : fault
  const counter = (text: string, max: number) => (
    <span className={text.trim().length > max ? 'text-bad' : undefined}>
      {m.lead_form_counter({ n: numbers.count(text.trim().length), max: numbers.count(max) })}
    </span>
  )
  return (
    <fieldset disabled={isDisabled} className="flex min-w-0 flex-col gap-4 pt-2 pb-3">
      <div className="grid items-start gap-4 md:grid-cols-2 lg:max-xl:grid-cols-1">
        {(['id', 'en'] as const).map((language) => (
          <Field
            key={language}
            label={language === 'id' ? m.workspace_template_name_id() : m.workspace_template_name_en()}
            aside={counter(draft.name[language], templateLimits.name)}
            error={nameFault(told, language)}
          >
            {(wiring) => (
              <TextInput
                {...wiring}
                dir="auto"
                lang={language}
                autoComplete="off"
                autoFocus={language === 'id'}
                value={draft.name[language]}
                onChange={(event) => onChange({ name: { ...draft.name, [language]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      </div>
      <PlaceholderList />
      {(['id', 'en'] as const).map((language) => (
        <div key={language} className="grid items-start gap-x-4 gap-y-2 md:grid-cols-2 lg:max-xl:grid-cols-1">
          <Field
            label={language === 'id' ? m.workspace_template_id() : m.workspace_template_en()}
            aside={counter(draft[language], templateLimits.text)}
            error={textFault(told, language)}
          >
            {(wiring) => (
              <TextArea
                {...wiring}
                dir="auto"
                lang={language}
                rows={4}
                value={draft[language]}
                onChange={(event) => onChange({ [language]: event.target.value })}
              />
            )}
          </Field>
          <TemplatePreview text={draft[language]} language={language} />
        </div>
      ))}
      <Button look="link" className="self-start" onClick={onRemove}>
        {m.workspace_template_remove()}
      </Button>
    </fieldset>
  )
}

function nameFault(fault: TemplateFault | null, language: 'id' | 'en'): string | undefined {
  if (fault === 'name') return m.workspace_template_fault_name()
  return fault === `name-${language}-long` ? m.workspace_name_long({ max: templateLimits.name }) : undefined
}

function textFault(fault: TemplateFault | null, language: 'id' | 'en'): string | undefined {
  if (fault === `${language}-long`) return m.workspace_name_long({ max: templateLimits.text })
  return fault === 'text' ? m.workspace_template_fault_text() : undefined
}
