import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { hasEnded } from '#contract/lead-write.ts'
import { whoOf } from '../access/who-of.ts'
import { dataAnswer, faultAnswer } from '../own/own-answer.ts'
import type { OwnRouteHandler } from '../own/own-route.ts'
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
}

/** The four routes of safe writes: take a change, take a new lead, ask, undo. */
export function writeRoutes({ writes, clock }: WriteRouteParts) {
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

  const updateLead: OwnRouteHandler = async (request, { params }, requestId, { person }) => {
    const update = await readBody(request, bffEndpoints.updateLead.body)
    writes.update(params.id ?? '', update, requestId, whoOf(person))
    const isHeld = ({ state, dueAt }: KeptWrite) => state === 'held' && (dueAt ?? 0) > clock.now()
    const isTold = (write: KeptWrite) => isHeld(write) || isLookedFor(write)
    return answerOf(await whenTold(update.writeId, isTold), requestId, bffEndpoints.updateLead.status)
  }

  const createLead: OwnRouteHandler = async (request, _, requestId, { person }) => {
    const creation = await readBody(request, bffEndpoints.createLead.body)
    writes.create(creation, requestId, whoOf(person))
    return answerOf(await whenTold(creation.writeId, isLookedFor), requestId, bffEndpoints.createLead.status)
  }

  const listHolds: OwnRouteHandler = async (request, { endpoint }, requestId) => {
    const { ids } = checkQuery(endpoint, new URL(request.url).search || '?')
    const asked = [...new Set(String(ids).split(','))].flatMap((id) => writes.find(id) ?? [])
    const now = clock.now()
    const data = { startedAt: writes.startedAt(), writes: asked.map((write) => leadWriteOf(write, now)) }
    return dataAnswer(data, requestId)
  }

  const undoHold: OwnRouteHandler = async (_, { params }, requestId) =>
    dataAnswer(leadWriteOf(writes.undo(params.id ?? ''), clock.now()), requestId)

  return { updateLead, createLead, listHolds, undoHold }
}
