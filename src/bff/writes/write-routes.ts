import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { hasEnded, type LeadWrite } from '#contract/lead-write.ts'
import { whoOf } from '../access/who-of.ts'
import { BffError } from '../own/bff-error.ts'
import { dataAnswer, faultAnswer } from '../own/own-answer.ts'
import type { OwnRouteHandler } from '../own/own-route.ts'
import type { SharedWrites } from '../replicas/shared-writes.ts'
import { checkQuery } from '../request/check-query.ts'
import { readBody } from '../request/read-body.ts'
import type { Clock } from './clock.ts'
import type { SafeWrites } from './safe-writes.ts'
import { type KeptWrite, leadWriteOf } from './write-ledger.ts'

/** How long an answer waits for the end of its write, in real milliseconds; after that one asks `listHolds`. */
const answerWithinMs = 8000

/** Nobody knows whether it is saved: that is told at once, not after a silence. */
const isLookedFor = ({ state }: KeptWrite) => state === 'checking'

export interface WriteRouteParts {
  readonly writes: SafeWrites
  readonly clock: Clock
  /** Writes of the other replicas, where there may be any. */
  readonly shared?: SharedWrites | undefined
}

/** The four routes of safe writes: take a change, take a new lead, ask, undo. */
export function writeRoutes({ writes, clock, shared }: WriteRouteParts) {
  /** Resolves with a write as soon as there is something to tell, or when there is no more time to wait. */
  function whenTold(id: string, isTold: (write: KeptWrite) => boolean): Promise<KeptWrite | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(tell, answerWithinMs)
      const stop = writes.watch(id, look)
      function tell(): void {
        clearTimeout(timer)
        stop()
        resolve(writes.find(id))
      }
      function look(): void {
        const write = writes.find(id)
        if (write === undefined || hasEnded(write.state) || isTold(write)) tell()
      }
      look()
    })
  }

  function answerOf(write: KeptWrite | undefined, requestId: string, goodStatus: number): Response {
    if (write === undefined) throw new Error('A write was forgotten before it was answered')
    if (write.fault !== null) return faultAnswer(write.fault, requestId)
    const status = hasEnded(write.state) ? goodStatus : 202
    return dataAnswer(leadWriteOf(write, clock.now()), requestId, status)
  }

  /** The answer for a write that another replica has taken already; null where this one may take it. */
  async function elsewhere(write: Pick<LeadWrite, 'id' | 'kind' | 'leadId'>, requestId: string) {
    if (shared === undefined || (await shared.claim(write.id))) return null
    const [known] = await shared.find([write.id])
    const begun: LeadWrite = { ...write, state: 'sending', dueInMs: null, lead: null, error: null }
    return dataAnswer(known ?? begun, requestId, known !== undefined && hasEnded(known.state) ? 200 : 202)
  }

  /** From the beginning: a write that another replica does not list would pass for one that never came. */
  function tellTaken(id: string): void {
    const write = writes.find(id)
    if (write !== undefined) shared?.note(leadWriteOf(write, clock.now()))
  }

  const updateLead: OwnRouteHandler = async (request, { params }, requestId, { person }) => {
    const update = await readBody(request, bffEndpoints.updateLead.body)
    const told = await elsewhere({ id: update.writeId, kind: 'update', leadId: params.id ?? '' }, requestId)
    if (told !== null) return told
    writes.update(params.id ?? '', update, requestId, whoOf(person))
    tellTaken(update.writeId)
    const isHeld = ({ state, dueAt }: KeptWrite) => state === 'held' && (dueAt ?? 0) > clock.now()
    const isTold = (write: KeptWrite) => isHeld(write) || isLookedFor(write)
    return answerOf(await whenTold(update.writeId, isTold), requestId, bffEndpoints.updateLead.status)
  }

  const createLead: OwnRouteHandler = async (request, _, requestId, { person }) => {
    const creation = await readBody(request, bffEndpoints.createLead.body)
    const told = await elsewhere({ id: creation.writeId, kind: 'create', leadId: null }, requestId)
    if (told !== null) return told
    writes.create(creation, requestId, whoOf(person))
    tellTaken(creation.writeId)
    return answerOf(await whenTold(creation.writeId, isLookedFor), requestId, bffEndpoints.createLead.status)
  }

  const listHolds: OwnRouteHandler = async (request, { endpoint }, requestId) => {
    const { ids } = checkQuery(endpoint, new URL(request.url).search || '?')
    const asked = [...new Set(String(ids).split(','))]
    const now = clock.now()
    const known = asked.flatMap((id) => writes.find(id) ?? []).map((write) => leadWriteOf(write, now))
    const others = (await shared?.find(asked.filter((id) => writes.find(id) === undefined))) ?? []
    const startedAt = latest(writes.startedAt(), shared?.unsureBefore())
    return dataAnswer({ startedAt, writes: [...known, ...others] }, requestId)
  }

  const undoHold: OwnRouteHandler = async (_, { params }, requestId) => {
    const id = params.id ?? ''
    if (shared === undefined || writes.find(id) !== undefined) {
      return dataAnswer(leadWriteOf(writes.undo(id), clock.now()), requestId)
    }
    const end = await shared.undo(id)
    if (end === 'no-answer')
      throw new BffError('BUSY', 'The server that holds this change did not answer', null, { retryAfterS: 1 })
    const [write] = await shared.find([id])
    if (end === 'undone' && write !== undefined) return dataAnswer({ ...write, state: 'undone' }, requestId)
    throw new BffError('HOLD_GONE', 'This change is not held any more', { state: write?.state ?? null })
  }

  return { updateLead, createLead, listHolds, undoHold }
}

/** ISO instants of one length compare as text. */
function latest(one: string, other: string | undefined): string {
  return other !== undefined && other > one ? other : one
}
