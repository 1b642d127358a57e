import type { LeadChanges } from './lead.ts'

/** Seconds for which a change can be undone before it leaves. */
export const graceSeconds = { none: 0, status: 5, closing: 10 } as const

/** A status fires an event that cannot be taken back, Won and Lost above all; everything else leaves at once. */
export function graceOf({ status }: Pick<LeadChanges, 'status'>): number {
  if (status === undefined) return graceSeconds.none
  return status === 'won' || status === 'lost' ? graceSeconds.closing : graceSeconds.status
}
