import * as m from '#words/m.ts'
import type { NumberFormat } from '#words/number-format.ts'
import { hourMs, spanParts } from './time-left.ts'
import type { UnsentRow } from './unsent-rows.ts'

/** "at most 2 d 4 h"; '' where nothing can be said. Whole hours: it never ticks. */
export function leftText({ left, mayBeLate }: Pick<UnsentRow, 'left' | 'mayBeLate'>, numbers: NumberFormat): string {
  if (left.kind === 'late') return m.conversions_left_late()
  if (left.kind !== 'left') return ''
  const span = spanText(left.ms, numbers)
  return mayBeLate ? m.conversions_left_open({ span }) : m.conversions_left({ span })
}

/** "2 d 4 h", rounded up. */
export function spanText(ms: number, numbers: NumberFormat): string {
  const { days, hours } = spanParts(ms)
  const parts = [
    days === 0 ? '' : m.conversions_days({ n: numbers.count(days) }),
    hours === 0 ? '' : m.conversions_hours({ n: numbers.count(hours) }),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** How long something has been so: "31 h", "3 d"; rounded down, so that it is at least true. */
export function agedText(ms: number, numbers: NumberFormat): string {
  const hours = Math.floor(ms / hourMs)
  if (hours < 1) return m.conversions_minutes({ n: numbers.count(Math.max(0, Math.floor(ms / 60_000))) })
  if (hours < 72) return m.conversions_hours({ n: numbers.count(hours) })
  return m.conversions_days({ n: numbers.count(Math.floor(hours / 24)) })
}

/** A window as people set it: 72 h, 7 d. */
export function windowText(hours: number, numbers: NumberFormat): string {
  if (hours % 24 !== 0 || hours <= 72) return m.conversions_hours({ n: numbers.count(hours) })
  return m.conversions_days({ n: numbers.count(hours / 24) })
}
