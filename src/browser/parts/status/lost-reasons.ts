import * as m from '#words/m.ts'

/** Why leads are lost: one fixed set, so that reasons can be counted one day. */
export const lostReasons = ['price', 'silent', 'competitor', 'asking', 'wrong', 'stock'] as const
export type LostReason = (typeof lostReasons)[number]

const words: Readonly<Record<LostReason, () => string>> = {
  price: m.status_reason_price,
  silent: m.status_reason_silent,
  competitor: m.status_reason_competitor,
  asking: m.status_reason_asking,
  wrong: m.status_reason_wrong,
  stock: m.status_reason_stock,
}

export function reasonWord(reason: LostReason): string {
  return words[reason]()
}

/** The reason as it stands in the notes: "Lost: price". */
export function reasonNote(reason: LostReason): string {
  return m.status_lost_note({ reason: reasonWord(reason).toLocaleLowerCase() })
}
