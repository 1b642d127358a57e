import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { Desk } from './desk-port.ts'
import { conversionNotes } from './note-conversions.ts'
import { noteMembers } from './note-members.ts'
import type { UpstreamAnswer, Wrapper } from './upstream/upstream-call.ts'

/** Tells the desk what a good read showed, whoever asked for it. */
export type ReadNotes = (
  name: AgentEndpointName,
  query: Readonly<Record<string, unknown>>,
  answer: UpstreamAnswer,
) => void

export function readNotes(desk: Desk): ReadNotes {
  const conversions = conversionNotes(desk)
  return (name, query, { json: { data }, answeredAt }) => {
    if (name === 'listLeads' || name === 'getLead') {
      setImmediate(() => {
        noteMembers(desk, data)
        conversions.leads(data)
      })
    }
    // At once: who has the list asks for its first sights next.
    if (name === 'unsentConversions') conversions.list(data, answeredAt)
    if (name === 'syncStatus') conversions.counts(data, query, answeredAt)
  }
}

/** Hands over what good reads of people brought, once each, however many share an answer. */
export function notesSeen(notes: ReadNotes): Wrapper {
  return (next) => async (call) => {
    const answer = await next(call)
    if (answer.status < 300 && call.purpose !== 'write') notes(call.name, call.query ?? {}, answer)
    return answer
  }
}
