import { useEffect, useState } from 'react'
import type { TicketAbout } from '#contract/sent-ticket.ts'
import { useLeaveGuard } from '#parts/use-leave-guard.ts'
import { FailedCall } from '#queries/failed-call.ts'
import { type Failure, mayHaveActed } from '#queries/failure.ts'
import { serverNow } from '#queries/server-clock.ts'
import { readSessionDraft, writeSessionDraft } from '#queries/session-draft.ts'
import { useCreateTicket } from '#queries/tickets.ts'
import {
  emptyTicket,
  isTicketDraft,
  type TicketDraft,
  type TicketFault,
  ticketFaults,
  toTicket,
} from './ticket-draft.ts'

const storageName = 'ticket'

interface KeptTicket {
  readonly draft: TicketDraft
  /** True from the moment of sending until the outcome is known. */
  readonly wasSent: boolean
  /** When it was sent last, epoch ms by the server's clock; absent in what an older version kept. */
  readonly attemptedAt?: number | null
}

export interface TicketForm {
  readonly draft: TicketDraft
  readonly change: (part: Partial<TicketDraft>) => void
  /** Shown from the first attempt to send, or while too much is typed. */
  readonly faults: { readonly subject?: TicketFault; readonly message?: TicketFault }
  readonly failure: Failure | null
  /** True while a ticket was sent and nobody knows whether it arrived. */
  readonly isUnknown: boolean
  /** When it was sent last, epoch milliseconds by the server's clock; null where nobody knows. */
  readonly attemptedAt: number | null
  /** The ledger tells that what was unknown has arrived. */
  readonly noteArrived: (ref: string | null) => void
  readonly isSending: boolean
  readonly isRestored: boolean
  /** True where the ticket at hand is another one than the address asks for. */
  readonly isOther: boolean
  /** Leaves the ticket at hand for the one that the address asks for. */
  readonly takeReport: () => void
  /** The reference of the ticket that was just sent; '' where the answer had none. */
  readonly sentRef: string | null
  /** True where the ledger told that it arrived, not its answer. */
  readonly wasFound: boolean
  /** Sends once. Gives the first field at fault, or null where it is under way. */
  readonly send: () => 'subject' | 'message' | null
  readonly discard: () => void
}

/**
 * A ticket from the first letter to its reference. Nothing here ever sends it by itself. `prefilled`: what it begins with where
 * nothing else was begun. `partsOf` tells what goes with a draft: its diagnostics, and what it is about.
 */
export function useTicketForm(
  partsOf: (draft: TicketDraft) => { readonly diagnostics: string; readonly about: TicketAbout | null },
  prefilled: TicketDraft = emptyTicket,
): TicketForm {
  const sending = useCreateTicket()
  const [kept] = useState(() => readSessionDraft(storageName, isKept))
  const [draft, setDraft] = useState(kept?.draft ?? prefilled)
  const [begun, setBegun] = useState(prefilled)
  const { diagnostics, about } = partsOf(draft)
  const [isUnknown, setUnknown] = useState(kept?.wasSent ?? false)
  const [isRestored, setRestored] = useState(kept !== null)
  const [attemptedAt, setAttemptedAt] = useState(kept?.attemptedAt ?? null)
  const [wasFound, setFound] = useState(false)
  const [askedFor, setAskedFor] = useState(prefilled.reportOf)
  const [wasTried, setTried] = useState(false)
  const [sentRef, setSentRef] = useState<string | null>(null)
  const isDirty = draft.subject !== begun.subject || draft.message !== begun.message
  const isBlank = draft.subject.trim() === '' && draft.message.trim() === ''
  const isSending = sending.isPending
  // An address that comes to ask for a report takes an empty form, never one that was begun.
  if (prefilled.reportOf !== askedFor) {
    setAskedFor(prefilled.reportOf)
    if (prefilled.reportOf !== null && isBlank) take(prefilled)
  }

  useEffect(() => {
    const next: KeptTicket = { draft, wasSent: isUnknown || isSending, attemptedAt }
    writeSessionDraft(storageName, isDirty || next.wasSent ? next : null)
  }, [draft, isDirty, isUnknown, isSending, attemptedAt])
  useLeaveGuard(isDirty)

  const all = ticketFaults(draft, diagnostics)
  const shown = (fault: TicketFault | undefined) => (wasTried || fault?.kind !== 'short' ? fault : undefined)

  function take(next: TicketDraft): void {
    setDraft(next)
    setBegun(next)
  }

  function clear(): void {
    writeSessionDraft(storageName, null)
    take(emptyTicket)
    setUnknown(false)
    setRestored(false)
    setTried(false)
  }

  /** What is kept is settled too, for somebody who left the page while it was sent. */
  function settle(isUnknownNow: boolean): void {
    const left = readSessionDraft(storageName, isKept)
    if (left !== null) writeSessionDraft(storageName, { ...left, wasSent: isUnknownNow })
    setUnknown(isUnknownNow)
  }

  return {
    draft,
    change: (part) => {
      setDraft({ ...draft, ...part })
      setSentRef(null)
    },
    faults: { subject: shown(all.subject), message: shown(all.message) },
    failure: isUnknown ? null : (sending.error?.failure ?? null),
    isUnknown,
    attemptedAt,
    noteArrived: (ref) => {
      sending.reset()
      clear()
      setFound(true)
      setSentRef(ref ?? '')
    },
    isSending,
    isRestored,
    isOther: prefilled.reportOf !== null && draft.reportOf !== prefilled.reportOf && !isBlank && sentRef === null,
    takeReport: () => {
      sending.reset()
      clear()
      take(prefilled)
    },
    sentRef,
    wasFound,
    send: () => {
      setTried(true)
      const first = all.subject !== undefined ? 'subject' : all.message !== undefined ? 'message' : null
      if (first !== null || isSending) return first
      setUnknown(false)
      setFound(false)
      setAttemptedAt(serverNow())
      sending.mutateAsync({ ...toTicket(draft, diagnostics), ...(about === null ? {} : { about }) }).then(
        (ticket) => {
          clear()
          setSentRef(ticket.ref ?? '')
        },
        (error: unknown) => settle(error instanceof FailedCall && mayHaveActed(error.failure)),
      )
      return null
    },
    discard: () => {
      sending.reset()
      clear()
    },
  }
}

function isKept(value: unknown): value is KeptTicket {
  return (
    typeof value === 'object' &&
    value !== null &&
    'draft' in value &&
    isTicketDraft(value.draft) &&
    'wasSent' in value &&
    typeof value.wasSent === 'boolean' &&
    (!('attemptedAt' in value) || value.attemptedAt === null || typeof value.attemptedAt === 'number')
  )
}

/** Which failures the kept ticket of this tab is about; null for none. */
export function keptReport(): string | null {
  return readSessionDraft(storageName, isKept)?.draft.reportOf ?? null
}
