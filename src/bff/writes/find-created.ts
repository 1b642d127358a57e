import * as z from 'zod/mini'
import { answer as answerFrame } from '#contract/envelope.ts'
import { type Lead, type LeadCreate, lead } from '#contract/lead.ts'
import type { Forward } from '../upstream/upstream-call.ts'
import { sameValue } from './compare-lead.ts'

const rowsAnswer = answerFrame(z.array(lead))

/** How far the upstream's clock may be behind ours, in milliseconds, before a lead counts as older than its request. */
const clockLeewayMs = 10 * 60_000

/**
 * Looks for a lead that an unanswered create may have made. A reference that the dashboard minted is proof by itself; one that
 * a person gave could stand on an older lead, so there must be exactly one, new, with the same name, phone and e-mail.
 */
export async function findCreated(
  forward: Forward,
  sent: LeadCreate & { externalRef: string },
  minted: boolean,
  sentAtMs: number,
): Promise<Lead | null> {
  const answer = await forward({ name: 'listLeads', query: { limit: 5, search: sent.externalRef } })
  const parsed = rowsAnswer.safeParse(answer.json)
  if (answer.status >= 300 || !parsed.success) return null
  const rows = parsed.data.data
  const [row] = rows
  if (row === undefined || rows.length > 1) return null
  return minted || isAsSent(row, sent, sentAtMs) ? { ...row, externalRef: sent.externalRef } : null
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
