import * as z from 'zod/mini'
import type { Desk } from './desk-port.ts'

/** Tells the desk which members a lead or a list of leads names. Best effort: an odd shape is passed over. */
export function noteMembers(desk: Desk, data: unknown): void {
  const ids = new Set<string>()
  for (const row of Array.isArray(data) ? (data as unknown[]) : [data]) {
    if (typeof row !== 'object' || row === null || !('assignedTo' in row)) continue
    const { assignedTo } = row
    if (typeof assignedTo === 'string' && z.regexes.guid.test(assignedTo)) ids.add(assignedTo)
  }
  if (ids.size > 0) desk.noteMembers(ids)
}
