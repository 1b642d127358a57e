import { type MessageTemplate, type Settings, templateLimits } from '#contract/settings.ts'

/** The part of the settings that is edited here. */
export type TemplateSettings = Pick<Settings, 'templates'>

/** A template on its way to be saved; `key` tells it apart while it is renamed and moved. */
export interface TemplateDraft extends MessageTemplate {
  readonly key: string
}

export type TemplateFault = 'name' | 'name-en-long' | 'name-id-long' | 'text' | 'en-long' | 'id-long'

export function toDrafts({ templates }: TemplateSettings): readonly TemplateDraft[] {
  return templates.map((template, index) => ({ ...template, key: `saved-${index}` }))
}

/** Trimmed as it is sent: the spaces around a text mean nothing to anybody. A name in one language stands in for the other. */
export function toSettings(drafts: readonly TemplateDraft[]): TemplateSettings {
  return {
    templates: drafts.map(({ name, en, id }) => {
      const names = { en: name.en.trim(), id: name.id.trim() }
      return {
        name: { en: names.en || names.id, id: names.id || names.en },
        en: en.trim(),
        id: id.trim(),
      }
    }),
  }
}

export function isSameSettings(one: TemplateSettings, other: TemplateSettings): boolean {
  return (
    one.templates.length === other.templates.length &&
    one.templates.every((template, index) => {
      const twin = other.templates[index]
      return (
        template.name.en === twin?.name.en &&
        template.name.id === twin.name.id &&
        template.en === twin.en &&
        template.id === twin.id
      )
    })
  )
}

export function canAdd(drafts: readonly TemplateDraft[]): boolean {
  return drafts.length < templateLimits.count
}

/** Adds an empty one at the end; `key` is any that is not in the list. */
export function withAdded(drafts: readonly TemplateDraft[], key: string): readonly TemplateDraft[] {
  return canAdd(drafts) ? [...drafts, { key, name: { en: '', id: '' }, en: '', id: '' }] : drafts
}

export function withoutOne(drafts: readonly TemplateDraft[], key: string): readonly TemplateDraft[] {
  return drafts.filter((draft) => draft.key !== key)
}

export function withChange(
  drafts: readonly TemplateDraft[],
  key: string,
  change: Partial<MessageTemplate>,
): readonly TemplateDraft[] {
  return drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft))
}

/** Moves one up (-1) or down (1); at the ends nothing happens. */
export function withMoved(drafts: readonly TemplateDraft[], key: string, by: -1 | 1): readonly TemplateDraft[] {
  const from = drafts.findIndex((draft) => draft.key === key)
  const [moved, pushed] = [drafts[from], drafts[from + by]]
  if (moved === undefined || pushed === undefined) return drafts
  return drafts.map((draft, index) => (index === from ? pushed : index === from + by ? moved : draft))
}

/** What keeps one from being saved; null for nothing. Name and text in one language are enough: the other one then stands in. */
export function templateFault({ name, en, id }: MessageTemplate): TemplateFault | null {
  if (name.en.trim() === '' && name.id.trim() === '') return 'name'
  if (name.id.trim().length > templateLimits.name) return 'name-id-long'
  if (name.en.trim().length > templateLimits.name) return 'name-en-long'
  if (id.trim().length > templateLimits.text) return 'id-long'
  if (en.trim().length > templateLimits.text) return 'en-long'
  return en.trim() === '' && id.trim() === '' ? 'text' : null
}

export function isDraftList(value: unknown): value is readonly TemplateDraft[] {
  return (
    Array.isArray(value) &&
    value.length <= templateLimits.count &&
    value.every((draft: unknown) => hasTexts(draft, ['key', 'en', 'id']) && hasTexts(draft.name, ['en', 'id']))
  )
}

function hasTexts(value: unknown, fields: readonly string[]): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    fields.every((field) => typeof (value as Record<string, unknown>)[field] === 'string')
  )
}
