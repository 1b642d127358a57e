import type { MessageTemplate } from '#contract/settings.ts'
import type { Locale } from '#words/locale.ts'

/** The name of a template in the language of the person who chooses it; the other one while that is still to be written. */
export function templateName({ name }: Pick<MessageTemplate, 'name'>, locale: Locale): string {
  return name[locale].trim() === '' ? name[locale === 'en' ? 'id' : 'en'] : name[locale]
}
