import { isClientRef } from '#contract/client-ref.ts'
import { answer as answerFrame } from '#contract/envelope.ts'
import { type LeadCreate, lead } from '#contract/lead.ts'
import type { Forward } from '../../upstream/upstream-call.ts'
import { mayHaveActed } from '../../upstream/upstream-failure.ts'
import type { Clock, Waits } from '../clock.ts'
import { lookAfterMs } from '../look-times.ts'
import { faultOfAnswer, faultOfThrow, unknownOutcome } from '../write-fault.ts'
import type { WriteEnd } from '../write-ledger.ts'
import { type Found, findCreated } from './find-created.ts'

const leadAnswer = answerFrame(lead)

/**
 * More looks where the last one could not tell, in milliseconds after the end without an answer: only a search that
 * worked and found nothing allows to send again.
 */
const lookAgainAfterMs = [75_000, 95_000, 125_000] as const

export interface CreateTools {
  readonly forward: Forward
  readonly clock: Clock
  readonly waits: Waits
  /** Told before each look. */
  readonly checking: (lookAt: number) => void
  /** Told what nobody had foreseen. */
  readonly fault: (thrown: unknown) => void
}

export type SentLead = LeadCreate & { readonly externalRef: string }

/**
 * A create that can be found again (safety S29): sent under a reference; an end without an answer is looked up; sent once
 * more only where it is surely absent when no search can lag any more.
 */
export async function sendCreate(tools: CreateTools, sent: SentLead): Promise<WriteEnd> {
  const unknown: WriteEnd = {
    state: 'unknown',
    fault: unknownOutcome('lead', { externalRef: sent.externalRef }),
  }
  const sentAt = tools.clock.now()
  const first = await sendOnce(tools, sent)
  if (first !== null) return first
  const found = await lookUp(tools, sent, sentAt)
  if (found.kind === 'found') return { state: 'saved', lead: found.lead }
  if (found.kind !== 'absent' || tools.waits.brokenOff) return unknown
  const again = await sendOnce(tools, sent)
  // Where the second could not even be sent, the first is all there is, and nobody knows more of it.
  if (again !== null) return again.state === 'not-sent' ? unknown : again
  const foundAgain = await lookUp(tools, sent, sentAt)
  return foundAgain.kind === 'found' ? { state: 'saved', lead: foundAgain.lead } : unknown
}

/** Null for an end that leaves open what the upstream did. */
async function sendOnce({ forward, fault }: CreateTools, sent: SentLead): Promise<WriteEnd | null> {
  try {
    const answer = await forward({ name: 'createLead', body: sent })
    // An error of the upstream's own may come after it has made the lead.
    if (answer.status >= 500) return null
    if (answer.status >= 300) return { state: 'rejected', fault: faultOfAnswer(answer), answer }
    const parsed = leadAnswer.safeParse(answer.json)
    if (!parsed.success) return null
    return { state: 'saved', lead: { ...parsed.data.data, externalRef: sent.externalRef }, answer }
  } catch (failure) {
    fault(failure)
    return mayHaveActed(failure) ? null : { state: 'not-sent', fault: faultOfThrow(failure) }
  }
}

async function lookUp({ forward, clock, waits, checking, fault }: CreateTools, sent: SentLead, sentAt: number) {
  // Not from its sending: an upstream that was slow may have made it just before the end.
  const from = clock.now()
  const minted = isClientRef(sent.externalRef)
  let found: Found = { kind: 'unclear' }
  for (const ms of [...lookAfterMs, ...lookAgainAfterMs]) {
    // After the last of the fixed looks a clear answer is enough.
    if (ms > lookAfterMs[3] && found.kind !== 'unclear') break
    if (waits.brokenOff) return found
    checking(from + ms)
    await waits.until(from + ms)
    if (waits.brokenOff) return { kind: 'unclear' } satisfies Found
    found = await findCreated(forward, sent, minted, sentAt).catch((failure: unknown): Found => {
      fault(failure)
      return { kind: 'unclear' }
    })
    if (found.kind === 'found') break
  }
  return found
}
