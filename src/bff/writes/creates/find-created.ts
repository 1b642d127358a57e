import * as z from 'zod/mini'
import { answer as answerFrame } from '#contract/envelope.ts'
import { type Lead, type LeadCreate, lead } from '#contract/lead.ts'
import type { Forward } from '../../upstream/upstream-call.ts'
import { sameValue } from '../compare-lead.ts'

const rowsAnswer = answerFrame(z.array(lead))

/** How far the upstream's clock may be behind ours, in milliseconds, before a lead counts as older than its request. */
const clockLeewayMs = 10 * 60_000

/** `absent`: the search worked and found nothing. `unclear`: it failed, or found what may or may not be ours. */
export type Found = { readonly kind: 'found'; readonly lead: Lead } | { readonly kind: 'absent' | 'unclear' }

/**
 * Looks for a lead that an unanswered create may have made. A reference that the dashboard minted is proof by itself; one that
 * a person gave could stand on an older lead, so there must be exactly one, new, with the same name, phone and e-mail.
 * Rejects where the upstream gives no usable answer.
 */
export async function findCreated(
  forward: Forward,
  sent: LeadCreate & { externalRef: string },
  minted: boolean,
  sentAtMs: number,
): Promise<Found> {
  const answer = await forward({ name: 'listLeads', query: { limit: 5, search: sent.externalRef } })
  const parsed = rowsAnswer.safeParse(answer.json)
  if (answer.status >= 300 || !parsed.success) return { kind: 'unclear' }
  const rows = parsed.data.data
  const [row] = rows
  if (row === undefined) return { kind: 'absent' }
  if (rows.length > 1 || !(minted || isAsSent(row, sent, sentAtMs))) return { kind: 'unclear' }
  return { kind: 'found', lead: { ...row, externalRef: sent.externalRef } }
}

function isAsSent(row: Lead, sent: LeadCreate, sentAtMs: number): boolean {
  const createdAtMs = Date.parse(row.createdAt ?? '')
  return (
    createdAtMs >= sentAtMs - clockLeewayMs &&
    sameValue(row.firstName, sent.firstName) &&
    sameValue(row.phone, sent.phone) &&
    sameValue(row.email, sent.email)
  )
}
