import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { answer as answerFrame } from '#contract/envelope.ts'
import type { SentTicket } from '#contract/sent-ticket.ts'
import { ticket } from '#contract/ticket.ts'
import { whoOf } from '../access/who-of.ts'
import { BffError } from '../own/bff-error.ts'
import { dataAnswer, passedAnswer } from '../own/own-answer.ts'
import type { OwnRouteHandler, OwnRouteParts } from '../own/own-route.ts'
import { readBody } from '../request/read-body.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import { mayHaveActed } from '../upstream/upstream-failure.ts'
import { auditOf } from './audit.ts'

const ticketAnswer = answerFrame(ticket)

/** One ticket, sent once and never again by the program (safety S30), noted in the ledger. */
export function sendTicketRoute({ forward, desk, log }: OwnRouteParts): OwnRouteHandler {
  return async (request, _, requestId, { person }) => {
    // What it is about is for the ledger here; Konektor has no field for it.
    const { about, ...body } = await readBody(request, bffEndpoints.createTicket.body)
    const audit = auditOf(log, { requestId, who: whoOf(person) }, Object.keys(body))
    const line = {
      subject: body.subject,
      priority: body.priority ?? 'normal',
      sentAt: new Date().toISOString(),
      ...(about === undefined ? {} : { about }),
    }

    /** What was sent stays sent, also where the ledger's disk is full. */
    async function note(entry: SentTicket): Promise<SentTicket> {
      await desk.addTicket(entry).catch(() => {
        log({ level: 'error', event: 'fault', requestId, errorName: 'LedgerNotWritten' })
      })
      return entry
    }

    let answer: UpstreamAnswer
    try {
      answer = await forward({ name: 'createTicket', body })
    } catch (failure) {
      const ambiguous = mayHaveActed(failure)
      audit(ambiguous ? 'unknown' : 'not sent')
      if (!ambiguous) throw failure
      await note({ ...line, ref: null, outcome: 'unknown' })
      throw new BffError(
        'UNKNOWN_OUTCOME',
        'The ticket was sent, but no answer came: it may or may not have arrived',
        null,
        { cause: failure },
      )
    }
    audit(answer.status < 300 ? 'confirmed' : 'rejected', answer)
    if (answer.status >= 300) return passedAnswer(answer, requestId, null)
    const parsed = ticketAnswer.safeParse(answer.json)
    const ref = parsed.success ? (parsed.data.data.ticketRef ?? null) : null
    const entry = await note({ ...line, ref, outcome: 'sent' })
    return dataAnswer(entry, requestId, bffEndpoints.createTicket.status, answer.headers)
  }
}
