import type { LeadField } from '#contract/lead.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { useLeadWrites } from '#queries/own-writes.ts'

/** The newest write that changes a field, undefined for none. One that was taken back no longer counts. */
export function newestOf(writes: readonly OwnWrite[], field: LeadField): OwnWrite | undefined {
  return writes.findLast(
    ({ changes, state }) => changes[field] !== undefined && state !== 'undone' && state !== 'replaced',
  )
}

export function useFieldWrite(leadId: string, field: LeadField): OwnWrite | undefined {
  return newestOf(useLeadWrites(leadId), field)
}

/** For how long "saved" is said, in milliseconds: long enough to be seen by who looks up from the keyboard. */
export const savedShownForMs = 2500

/** True where a write has been saved for so long that nobody needs the mark any more. */
export function isOldNews({ endedAt }: Pick<OwnWrite, 'endedAt'>, now: number): boolean {
  return endedAt !== null && now - endedAt > savedShownForMs
}
