import {
  type DeliveryWindows,
  deliveryWindows,
  type WindowProduct,
  windowProducts,
} from '#contract/delivery-windows.ts'

export type WindowUnit = 'hours' | 'days'
interface WindowField {
  /** As typed. */
  readonly text: string
  readonly unit: WindowUnit
}

/** The windows as a form holds them. */
export interface WindowDraft {
  readonly fields: Readonly<Record<WindowProduct, WindowField>>
  readonly google: DeliveryWindows['google']
}

export function toWindowDraft(windows: DeliveryWindows): WindowDraft {
  const fields = windowProducts.map((product) => [product, toField(windows[product])] as const)
  return { fields: Object.fromEntries(fields) as WindowDraft['fields'], google: windows.google }
}

/** Days where they are whole and more than three: 72 h is how GA4 is spoken of. */
function toField(hours: number): WindowField {
  const isDays = hours % 24 === 0 && hours > 72
  return isDays ? { text: String(hours / 24), unit: 'days' } : { text: String(hours), unit: 'hours' }
}

/** What is saved, and the products whose text is no window. */
export function fromWindowDraft({ fields, google }: WindowDraft): {
  readonly windows: DeliveryWindows | null
  readonly faults: readonly WindowProduct[]
} {
  const hours = windowProducts.map((product) => [product, hoursOf(fields[product])] as const)
  const given = { ...Object.fromEntries(hours), google }
  const parsed = deliveryWindows.safeParse(given)
  if (parsed.success) return { windows: parsed.data, faults: [] }
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  return { windows: null, faults: windowProducts.filter((product) => wrong.has(product)) }
}

function hoursOf({ text, unit }: WindowField): number {
  return /^\s*\d{1,5}\s*$/.test(text) ? Number(text) * (unit === 'days' ? 24 : 1) : Number.NaN
}
