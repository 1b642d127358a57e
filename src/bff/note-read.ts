import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { Desk } from './desk-port.ts'
import { conversionNotes } from './note-conversions.ts'
import { noteMembers } from './note-members.ts'
import type { UpstreamAnswer } from './upstream/upstream-call.ts'

/** Tells the desk what a good read showed, whoever asked for it. */
export type ReadNotes = (
  name: AgentEndpointName,
  query: Readonly<Record<string, unknown>>,
  answer: UpstreamAnswer,
  /** Epoch milliseconds: before it, nothing of the answer was read. */
  askedAt: number,
) => void

export function readNotes(desk: Desk): ReadNotes {
  const conversions = conversionNotes(desk)
  return (name, query, { json: { data }, answeredAt }, askedAt) => {
    if (name === 'listLeads' || name === 'getLead') {
      setImmediate(() => {
        noteMembers(desk, data)
        conversions.leads(data, askedAt)
      })
    }
    // At once: who has the list asks for its first sights next.
    if (name === 'unsentConversions') conversions.list(data, answeredAt)
    if (name === 'syncStatus') conversions.counts(data, query, answeredAt)
  }
}
