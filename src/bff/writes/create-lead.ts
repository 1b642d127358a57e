import { randomBytes } from 'node:crypto'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { isClientRef, writeClientRef } from '#contract/client-ref.ts'
import type { LeadCreate } from '#contract/lead.ts'
import { BffError } from '../own/bff-error.ts'
import { dataAnswer, passedAnswer } from '../own/own-answer.ts'
import type { OwnRouteHandler, OwnRouteParts } from '../own/own-route.ts'
import { readBody } from '../request/read-body.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import { mayHaveActed } from '../upstream/upstream-failure.ts'
import { auditOf } from './audit.ts'
import { findCreated } from './find-created.ts'

/** Waits before each look for a lead whose create was not answered, in milliseconds: at 2 s and at 8 s. */
const lookAfterMs = [2000, 6000]

/** A create that can be found again (safety S29): sent once, under a reference; an ambiguous end is looked up. */
export function createLeadRoute({ forward, log, sleep }: OwnRouteParts): OwnRouteHandler {
  async function lookUp(sent: LeadCreate & { externalRef: string }, minted: boolean, sentAtMs: number) {
    for (const ms of lookAfterMs) {
      await sleep(ms)
      const found = await findCreated(forward, sent, minted, sentAtMs).catch(() => null)
      if (found !== null) return found
    }
    return null
  }

  return async (request, _, requestId) => {
    const given = await readBody(request, bffEndpoints.createLead.body)
    const ownRef = given.externalRef?.trim() ?? ''
    const sent = { ...given, externalRef: ownRef === '' ? writeClientRef(Date.now(), randomBytes(16)) : ownRef }
    const audit = auditOf(log, requestId, Object.keys(sent))
    const sentAtMs = Date.now()
    let answer: UpstreamAnswer
    try {
      answer = await forward({ name: 'createLead', body: sent })
    } catch (failure) {
      if (!mayHaveActed(failure)) {
        audit('not sent')
        throw failure
      }
      const found = await lookUp(sent, isClientRef(sent.externalRef), sentAtMs)
      audit(found === null ? 'unknown' : 'confirmed', undefined, found?.id)
      if (found !== null) return dataAnswer(found, requestId, bffEndpoints.createLead.status)
      const message = 'The lead was sent, but no answer came: it may or may not be saved'
      throw new BffError('UNKNOWN_OUTCOME', message, { externalRef: sent.externalRef }, failure)
    }
    const { data } = answer.json
    const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined
    audit(answer.status < 300 ? 'confirmed' : 'rejected', answer, id)
    return passedAnswer(answer, requestId, false)
  }
}
