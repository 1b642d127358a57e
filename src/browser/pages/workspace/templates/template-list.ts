import { type MessageTemplate, messageTemplate, type Settings, templateLimits } from '#contract/settings.ts'

/** A template on its way to be saved; `key` tells it apart while it is renamed and moved. */
export interface TemplateDraft extends MessageTemplate {
  readonly key: string
}

export type TemplateFault = 'name' | 'name-long' | 'text' | 'en-long' | 'id-long'

export function toDrafts({ templates }: Settings): readonly TemplateDraft[] {
  return templates.map((template, index) => ({ ...template, key: `saved-${index}` }))
}

/** Trimmed as it is sent: the spaces around a text mean nothing to anybody. */
export function toSettings(drafts: readonly TemplateDraft[]): Settings {
  return { templates: drafts.map(({ name, en, id }) => ({ name: name.trim(), en: en.trim(), id: id.trim() })) }
}

export function isSameSettings(one: Settings, other: Settings): boolean {
  return (
    one.templates.length === other.templates.length &&
    one.templates.every((template, index) => {
      const twin = other.templates[index]
      return template.name === twin?.name && template.en === twin.en && template.id === twin.id
    })
  )
}

export function canAdd(drafts: readonly TemplateDraft[]): boolean {
  return drafts.length < templateLimits.count
}

/** Adds an empty one at the end; `key` is any that is not in the list. */
export function withAdded(drafts: readonly TemplateDraft[], key: string): readonly TemplateDraft[] {
  return canAdd(drafts) ? [...drafts, { key, name: '', en: '', id: '' }] : drafts
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

/** What keeps one from being saved; null for nothing. A text in one language is enough: the other one then stands in. */
export function templateFault({ name, en, id }: MessageTemplate): TemplateFault | null {
  if (name.trim() === '') return 'name'
  if (name.trim().length > templateLimits.name) return 'name-long'
  if (id.trim().length > templateLimits.text) return 'id-long'
  if (en.trim().length > templateLimits.text) return 'en-long'
  return en.trim() === '' && id.trim() === '' ? 'text' : null
}

export function isDraftList(value: unknown): value is readonly TemplateDraft[] {
  return (
    Array.isArray(value) &&
    value.length <= templateLimits.count &&
    value.every(
      (draft: unknown) =>
        typeof draft === 'object' &&
        draft !== null &&
        ['key', ...Object.keys(messageTemplate.shape)].every(
          (field) => typeof (draft as Record<string, unknown>)[field] === 'string',
        ),
    )
  )
}
