import type { LeadSortField } from '#contract/vocabularies.ts'
import { invalid } from '../http/agent-error.ts'
import { isUuid } from './lead-id.ts'

/** Where a page ended: the sort value and id of its last lead. */
export interface LeadCursor {
  readonly sortBy: LeadSortField
  /** Unix ms. */
  readonly at: number
  readonly id: string
  /** Number of the page that follows; shown, not used. */
  readonly page: number
}

export function writeCursor(cursor: LeadCursor): string {
  const json = JSON.stringify([cursor.sortBy === 'createdAt' ? 'c' : 'u', cursor.at, cursor.id, cursor.page])
  return Buffer.from(json).toString('base64url')
}

/** Throws a validation error for anything that `writeCursor` did not make, or made for the other sort field. */
export function readCursor(text: string, sortBy: LeadSortField): LeadCursor {
  const cursor = parse(text)
  if (cursor === null) throw invalid({ cursor: 'Invalid cursor' })
  if (cursor.sortBy !== sortBy) throw invalid({ cursor: `The cursor belongs to a list sorted by ${cursor.sortBy}` })
  return cursor
}

function parse(text: string): LeadCursor | null {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
  if (!Array.isArray(parts) || parts.length !== 4) return null
  const [field, at, id, page] = parts as readonly unknown[]
  if (field !== 'c' && field !== 'u') return null
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || Math.abs(at) > 4e15) return null
  if (typeof id !== 'string' || !isUuid(id)) return null
  if (typeof page !== 'number' || !Number.isSafeInteger(page) || page < 2) return null
  return { sortBy: field === 'c' ? 'createdAt' : 'updatedAt', at, id, page }
}
