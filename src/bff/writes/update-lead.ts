import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { answer as answerFrame } from '#contract/envelope.ts'
import { type Lead, type LeadChanges, lead } from '#contract/lead.ts'
import { BffError } from '../own/bff-error.ts'
import { passedAnswer } from '../own/own-answer.ts'
import type { OwnRouteHandler, OwnRouteParts } from '../own/own-route.ts'
import { readBody } from '../request/read-body.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import { mayHaveActed, UpstreamFailure } from '../upstream/upstream-failure.ts'
import { type Audit, auditOf } from './audit.ts'
import { compareLead, showsChanges } from './compare-lead.ts'
import { createLeadQueue } from './lead-queue.ts'

const leadAnswer = answerFrame(lead)

/** Waits before reading again after an ambiguous end, in milliseconds. */
const confirmAfterMs = [500, 2000]

/**
 * Read, compare, write (safety S31): only fields that still hold what the person saw are sent, one writer per lead at a
 * time. Between the read and the write somebody else can still write: that window is known and not closed.
 */
export function updateLeadRoute({ forward, log, sleep }: OwnRouteParts): OwnRouteHandler {
  const inTurn = createLeadQueue()

  async function readLead(id: string): Promise<{ answer: UpstreamAnswer; now: Lead | null }> {
    const answer = await forward({ name: 'getLead', params: { id } })
    if (answer.status >= 300) return { answer, now: null }
    const parsed = leadAnswer.safeParse(answer.json)
    if (!parsed.success) throw new UpstreamFailure('invalid', false)
    return { answer, now: parsed.data.data }
  }

  async function confirm(id: string, sent: Partial<LeadChanges>): Promise<UpstreamAnswer | null> {
    for (const ms of confirmAfterMs) {
      await sleep(ms)
      const read = await readLead(id).catch(() => null)
      if (read?.now != null && showsChanges(read.now, sent)) return read.answer
    }
    return null
  }

  async function send(id: string, toSend: Partial<LeadChanges>, requestId: string, audit: Audit): Promise<Response> {
    const params = { id }
    let answer: UpstreamAnswer
    try {
      answer = await forward({ name: 'updateLead', params, body: toSend })
    } catch (failure) {
      if (!mayHaveActed(failure)) {
        audit('not sent')
        throw failure
      }
      const shown = await confirm(id, toSend)
      audit(shown === null ? 'unknown' : 'confirmed')
      if (shown !== null) return passedAnswer(shown, requestId, false)
      throw new BffError(
        'UNKNOWN_OUTCOME',
        'The change was sent, but no answer came: it may or may not be saved',
        null,
        failure,
      )
    }
    audit(answer.status < 300 ? 'confirmed' : 'rejected', answer)
    return passedAnswer(answer, requestId, false)
  }

  return async (request, { params }, requestId) => {
    const id = params.id ?? ''
    const { base, changes } = await readBody(request, bffEndpoints.updateLead.body)
    return inTurn(id, async () => {
      const { answer, now } = await readLead(id)
      if (now === null) return passedAnswer(answer, requestId, false)
      const { toSend, theirs } = compareLead(now, base, changes)
      const audit = auditOf(log, requestId, Object.keys(changes), id)
      if (Object.keys(theirs).length > 0) {
        audit('conflict')
        throw new BffError('CONFLICT', 'Somebody else changed this lead meanwhile', {
          theirs,
          updatedAt: now.updatedAt ?? null,
        })
      }
      if (Object.keys(toSend).length > 0) return send(id, toSend, requestId, audit)
      audit('unchanged')
      return passedAnswer(answer, requestId, false)
    })
  }
}
