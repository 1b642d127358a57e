import * as z from 'zod/mini'
import type { Desk } from './desk-port.ts'
import type { Wrapper } from './upstream/upstream-call.ts'

/** Tells the desk which members the leads in good answers name. Best effort: an odd shape is passed over. */
export function noteMembersSeen(desk: Desk): Wrapper {
  return (next) => async (call) => {
    const answer = await next(call)
    if (answer.status < 300 && (call.name === 'listLeads' || call.name === 'getLead')) {
      setImmediate(noteMembers, desk, answer.json.data)
    }
    return answer
  }
}

function noteMembers(desk: Desk, data: unknown): void {
  const ids = new Set<string>()
  for (const row of Array.isArray(data) ? (data as unknown[]) : [data]) {
    if (typeof row !== 'object' || row === null || !('assignedTo' in row)) continue
    const { assignedTo } = row
    if (typeof assignedTo === 'string' && z.regexes.guid.test(assignedTo)) ids.add(assignedTo)
  }
  if (ids.size > 0) desk.noteMembers(ids)
}
