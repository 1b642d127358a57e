import type { QueryClient } from '@tanstack/react-query'
import { HttpError } from '#api/http-error.ts'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Lead } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { FailedCall } from './failed-call.ts'
import { readKeptWrites, writeKeptWrites } from './kept-writes.ts'
import { dropCountsTouchedByLeads, mergeIntoKnownLeads } from './known-leads.ts'
import { listHolds } from './list-holds.ts'
import { isLive } from './live-link.ts'
import { mintWriteId } from './mint-write-id.ts'
import { createWriteBook, type WriteBook } from './write-book.ts'

const books = new WeakMap<QueryClient, WriteBook>()

/** The one write book of a client. */
export function writeBookOf(client: QueryClient): WriteBook {
  const known = books.get(client)
  if (known !== undefined) return known
  const book = openBook(client)
  books.set(client, book)
  return book
}

/** Follows what this tab wrote for as long as the page lives. Gives the way to stop. */
export function followOwnWrites(client: QueryClient): () => void {
  const book = writeBookOf(client)
  const onVisible = () => {
    if (!document.hidden) book.wake()
  }
  addEventListener('online', book.wake)
  document.addEventListener('visibilitychange', onVisible)
  book.wake()
  return () => {
    removeEventListener('online', book.wake)
    document.removeEventListener('visibilitychange', onVisible)
    book.rest()
  }
}

function openBook(client: QueryClient): WriteBook {
  return createWriteBook({
    send: async ({ id, leadId, base, changes, note }) => {
      const body = { writeId: id, base, changes, ...(note === null ? {} : { note }) }
      return (await ask(bffEndpoints.updateLead, { params: { id: leadId }, body })).body.data
    },
    undo: (id) =>
      ask(bffEndpoints.undoHold, { params: { id } }).then(
        ({ body }) => body.data,
        (error: unknown) => {
          if (codeOf(error) === 'HOLD_GONE') return 'gone'
          throw error
        },
      ),
    listHolds,
    readLead: (id) =>
      ask(agentEndpoints.getLead, { params: { id } }).then(
        ({ body, asOf }) => {
          mergeIntoKnownLeads(client, body.data, asOf)
          return body.data
        },
        (error: unknown) => {
          if (codeOf(error) === 'NOT_FOUND') return null
          throw error
        },
      ),
    now: Date.now,
    mintId: mintWriteId,
    later: (act, ms) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    isHidden: () => document.hidden,
    isOffline: () => !navigator.onLine,
    isTold: isLive,
    keep: writeKeptWrites,
    kept: readKeptWrites,
    onSeen: (lead) => {
      mergeIntoKnownLeads(client, lead, Date.now())
      // Who wrote these may have written more.
      void client.invalidateQueries({ queryKey: ['lead', lead.id] })
    },
    onSaved: (lead) => takeSaved(client, lead),
  })
}

function takeSaved(client: QueryClient, lead: Lead | null): void {
  if (lead !== null) mergeIntoKnownLeads(client, lead, Date.now())
  else void client.invalidateQueries({ queryKey: ['lead'] })
  dropCountsTouchedByLeads(client)
  // The changed lead may no longer match, or stand elsewhere. A short list is asked again when it is next on screen; one
  // that has grown keeps its rows and one's place in it until a person refreshes it.
  void client.invalidateQueries({ queryKey: ['lead-list'], refetchType: 'none' })
}

function codeOf(error: unknown): string | null {
  return error instanceof FailedCall && error.cause instanceof HttpError ? error.cause.code : null
}
