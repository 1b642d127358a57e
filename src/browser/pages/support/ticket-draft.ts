import { limits } from '#contract/limits.ts'
import type { TicketCreate } from '#contract/ticket.ts'
import { type TicketPriority, ticketPriorities } from '#contract/vocabularies.ts'

/** A ticket as the form holds it. */
export interface TicketDraft {
  readonly subject: string
  readonly message: string
  readonly priority: TicketPriority
  readonly withDiagnostics: boolean
  /** A lead of the failures it is about; null for a ticket of one's own words. */
  readonly reportOf: string | null
}

export const emptyTicket: TicketDraft = {
  subject: '',
  message: '',
  priority: 'normal',
  withDiagnostics: true,
  reportOf: null,
}

export type TicketFault =
  | { readonly kind: 'short'; readonly min: number }
  | { readonly kind: 'long'; readonly max: number; readonly over: number }
  | { readonly kind: 'together'; readonly over: number }

const divider = '\n\n---\n'

/** The message as it is sent: the words, then the diagnostics under a line. Nobody's words are trimmed in the middle. */
export function messageOf(draft: TicketDraft, diagnostics: string): string {
  const words = draft.message.trim()
  return draft.withDiagnostics && diagnostics !== '' ? `${words}${divider}${diagnostics}` : words
}

/** What is sent, in full. */
export function toTicket(draft: TicketDraft, diagnostics: string): TicketCreate {
  return { subject: draft.subject.trim(), message: messageOf(draft, diagnostics), priority: draft.priority }
}

/** What keeps a ticket from being sent; the limit of the message holds for words and diagnostics together. */
export function ticketFaults(
  draft: TicketDraft,
  diagnostics: string,
): { subject?: TicketFault; message?: TicketFault } {
  const { subject, message } = toTicket(draft, diagnostics)
  const faults: { subject?: TicketFault; message?: TicketFault } = {}
  if (subject.length < limits.subjectMin) faults.subject = { kind: 'short', min: limits.subjectMin }
  if (subject.length > limits.subject) {
    faults.subject = { kind: 'long', max: limits.subject, over: subject.length - limits.subject }
  }
  const over = message.length - limits.message
  if (draft.message.trim() === '') faults.message = { kind: 'short', min: 1 }
  else if (over > 0) {
    faults.message = draft.withDiagnostics ? { kind: 'together', over } : { kind: 'long', max: limits.message, over }
  }
  return faults
}

export function isTicketDraft(value: unknown): value is TicketDraft {
  if (typeof value !== 'object' || value === null) return false
  const { subject, message, priority, withDiagnostics, reportOf } = value as Readonly<Record<string, unknown>>
  return (
    typeof subject === 'string' &&
    typeof message === 'string' &&
    typeof withDiagnostics === 'boolean' &&
    (reportOf === null || typeof reportOf === 'string') &&
    ticketPriorities.some((known) => known === priority)
  )
}
