import * as z from 'zod/mini'
import { deliveryWindows, keptDeliveryWindows, standardWindows } from './delivery-windows.ts'
import { text } from './text-schemas.ts'

export const templateLimits = { count: 8, name: 40, text: 1000 } as const

/**
 * A message to begin a chat with, its name too in both languages. `{nama}` / `{name}`, `{saya}` / `{me}`, `{toko}` / `{shop}` and
 * `{kode}` / `{code}` stand for the customer, the sender, the workspace and the lead's code.
 */
export const messageTemplate = z.object({
  name: z.union([
    z.object({ en: text(templateLimits.name, 1), id: text(templateLimits.name, 1) }),
    // Settings written before names had two languages.
    z.pipe(
      text(templateLimits.name, 1),
      z.transform((name: string) => ({ en: name, id: name })),
    ),
  ]),
  en: text(templateLimits.text),
  id: text(templateLimits.text),
})
export type MessageTemplate = z.output<typeof messageTemplate>

/** Days after a period's end until its leads have had the time to be won: until then its rates are called "still maturing". */
export const maturityDaysLimits = { least: 0, most: 180, standard: 14 } as const

const maturityDays = z
  .int({ error: 'Must be a whole number' })
  .check(
    z.gte(maturityDaysLimits.least, `Must be ${maturityDaysLimits.least} or more`),
    z.lte(maturityDaysLimits.most, `Must be ${maturityDaysLimits.most} or less`),
  )

const templates = z.array(messageTemplate).check(z.maxLength(templateLimits.count, `At most ${templateLimits.count}`))

/** What this dashboard was set to, for everybody who uses it. What a file of an older version lacks is as usual. */
export const settings = z.object({
  templates,
  maturityDays: z._default(maturityDays, maturityDaysLimits.standard),
  windows: z._default(keptDeliveryWindows, standardWindows),
})
export type Settings = z.output<typeof settings>

/** A change of some settings; what it does not name stays. */
export const settingsChange = z.object({
  templates: z.optional(templates),
  maturityDays: z.optional(maturityDays),
  windows: z.optional(deliveryWindows),
})
export type SettingsChange = z.output<typeof settingsChange>

/** The settings after a change. */
export function changedSettings(before: Settings, change: SettingsChange): Settings {
  return {
    templates: change.templates ?? before.templates,
    maturityDays: change.maturityDays ?? before.maturityDays,
    windows: change.windows ?? before.windows,
  }
}

/** What holds until somebody sets something else. */
export const standardSettings: Settings = {
  maturityDays: maturityDaysLimits.standard,
  templates: [
    {
      name: { en: 'First message', id: 'Pesan pertama' },
      en: 'Hello {name}, this is {me} from {shop}. Thank you for contacting us (code {code}). How can I help you?',
      id: 'Halo Kak {nama}, saya {saya} dari {toko}. Terima kasih sudah menghubungi kami (kode {kode}). Ada yang bisa saya bantu?',
    },
    {
      name: { en: 'Follow-up', id: 'Tindak lanjut' },
      en: 'Hello {name}, this is {me} from {shop}, following up on our chat. Is there anything else I can help with? (code {code})',
      id: 'Halo Kak {nama}, saya {saya} dari {toko}, mau menindaklanjuti chat sebelumnya. Masih ada yang bisa saya bantu? (kode {kode})',
    },
  ],
  windows: standardWindows,
}
