import { answer as answerFrame } from '#contract/envelope.ts'
import { type Lead, lead } from '#contract/lead.ts'
import { BffError } from '../../own/bff-error.ts'
import type { Forward, UpstreamAnswer } from '../../upstream/upstream-call.ts'
import { mayHaveActed, UpstreamFailure } from '../../upstream/upstream-failure.ts'
import type { Clock, Waits } from '../clock.ts'
import { canBeSeen, showsChanges } from '../compare-lead.ts'
import { lookAfterMs } from '../look-times.ts'
import { retryAfterMs } from '../retry-after.ts'
import { faultOfAnswer, faultOfThrow, unknownOutcome } from '../write-fault.ts'
import type { WriteEnd } from '../write-ledger.ts'
import { type PatchPlan, planPatch } from './plan-patch.ts'
import type { LanePart } from './waiting-parts.ts'

const leadAnswer = answerFrame(lead)

/** What became of the parts that went, or would have gone. */
export type BatchEnd =
  | { readonly kind: 'ended'; readonly end: WriteEnd }
  /** Nothing was sent and nothing refused: they try again. */
  | {
      readonly kind: 'unsent'
      /** Milliseconds which the upstream asks for; null where it could not be reached. */
      readonly waitMs: number | null
      /** How they end where nobody tries again. */
      readonly lastly: WriteEnd
    }

export interface BatchTools {
  readonly forward: Forward
  readonly clock: Clock
  readonly waits: Waits
  /** Told what the comparison has decided, and which parts go now; the others wait again. */
  readonly planned: (decided: ReadonlyMap<string, WriteEnd>, plan: PatchPlan) => void
  /** Told before each look for parts whose request got no answer. */
  readonly checking: (lookAt: number) => void
  /** Told what nobody had foreseen. */
  readonly fault: (thrown: unknown) => void
}

type Read = { readonly now: Lead } | { readonly refused: UpstreamAnswer } | { readonly failed: unknown }

async function readLead({ forward, fault }: BatchTools, id: string): Promise<Read> {
  try {
    const answer = await forward({ name: 'getLead', params: { id } })
    if (answer.status >= 300) return { refused: answer }
    const parsed = leadAnswer.safeParse(answer.json)
    return parsed.success ? { now: parsed.data.data } : { failed: new UpstreamFailure('invalid', false) }
  } catch (failure) {
    fault(failure)
    return { failed: failure }
  }
}

/**
 * Reads a lead, compares, and sends at most one request for all parts that can go (safety S31). Between the read and
 * the write somebody else can still write: that window is known and not closed.
 */
export async function sendBatch(tools: BatchTools, leadId: string, parts: readonly LanePart[]): Promise<BatchEnd> {
  const read = await readLead(tools, leadId)
  if ('failed' in read) return unsentAfter(read.failed)
  if ('refused' in read) return refusal(read.refused)
  const { now } = read
  const plan = planPatch(now, parts)
  tools.planned(decided(plan, now), plan)
  if (plan.going.length === 0) return { kind: 'ended', end: { state: 'unchanged', lead: now } }

  const sentAt = tools.clock.now()
  let answer: UpstreamAnswer | null = null
  try {
    answer = await tools.forward({ name: 'updateLead', params: { id: leadId }, body: plan.body })
  } catch (failure) {
    tools.fault(failure)
    if (!mayHaveActed(failure)) return unsentAfter(failure)
  }
  // An error of the upstream's own may come after it has saved; an answer about something else tells nothing.
  if (answer !== null && answer.status < 500) {
    if (answer.status >= 300) return refusal(answer)
    const parsed = leadAnswer.safeParse(answer.json)
    if (parsed.success && parsed.data.data.id === leadId) {
      return { kind: 'ended', end: { state: 'saved', lead: { ...now, ...plan.body, ...parsed.data.data }, answer } }
    }
  }
  const seen = await look(tools, leadId, plan, sentAt)
  if (seen === null) return { kind: 'ended', end: { state: 'unknown', fault: unknownOutcome('change') } }
  return { kind: 'ended', end: { state: 'saved', lead: seen } }
}

/** Looks for a request that got no answer, at fixed times from its sending. */
async function look(tools: BatchTools, leadId: string, plan: PatchPlan, sentAt: number): Promise<Lead | null> {
  const { waits, checking } = tools
  if (!canBeSeen(plan.body)) return null
  for (const ms of lookAfterMs) {
    if (waits.brokenOff) return null
    checking(sentAt + ms)
    await waits.until(sentAt + ms)
    if (waits.brokenOff) return null
    const read = await readLead(tools, leadId)
    if ('now' in read && showsChanges(read.now, plan.body, plan.lines)) return read.now
  }
  return null
}

/** What the comparison alone decides. */
function decided(plan: PatchPlan, now: Lead): Map<string, WriteEnd> {
  const ends = new Map<string, WriteEnd>()
  for (const id of plan.unchanged) ends.set(id, { state: 'unchanged', lead: now })
  for (const { id, theirs } of plan.conflicts) {
    const details = { theirs, updatedAt: now.updatedAt ?? null }
    const error = new BffError('CONFLICT', 'Somebody else changed this lead meanwhile', details)
    ends.set(id, { state: 'conflict', fault: faultOfThrow(error) })
  }
  for (const { id, length } of plan.full) {
    const error = new BffError('NOTES_FULL', 'The note does not fit beside the notes that are there', { length })
    ends.set(id, { state: 'rejected', fault: faultOfThrow(error) })
  }
  return ends
}

function unsent(lastly: WriteEnd, waitMs: number | null = null): BatchEnd {
  return { kind: 'unsent', waitMs, lastly }
}

/** Where our own budget is used up, the lane waits as it does when the upstream says so. */
function unsentAfter(failure: unknown): BatchEnd {
  const isBusy = failure instanceof UpstreamFailure && failure.kind === 'busy'
  return unsent({ state: 'not-sent', fault: faultOfThrow(failure) }, isBusy ? failure.retryAfterMs : null)
}

/** A refusal ends the parts, but for "too often" and for a read that failed. */
function refusal(answer: UpstreamAnswer): BatchEnd {
  const fault = faultOfAnswer(answer)
  if (answer.status === 429) return unsent({ state: 'not-sent', fault, answer }, retryAfterMs(answer))
  if (answer.status >= 500) return unsent({ state: 'not-sent', fault, answer })
  return { kind: 'ended', end: { state: 'rejected', fault, answer } }
}
