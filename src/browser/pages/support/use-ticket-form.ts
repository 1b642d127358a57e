import { useEffect, useState } from 'react'
import type { TicketAbout } from '#contract/sent-ticket.ts'
import { useLeaveGuard } from '#parts/use-leave-guard.ts'
import { FailedCall } from '#queries/failed-call.ts'
import { type Failure, mayHaveActed } from '#queries/failure.ts'
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
}

export interface TicketForm {
  readonly draft: TicketDraft
  readonly change: (part: Partial<TicketDraft>) => void
  /** Shown from the first attempt to send, or while too much is typed. */
  readonly faults: { readonly subject?: TicketFault; readonly message?: TicketFault }
  readonly failure: Failure | null
  /** True while a ticket was sent and nobody knows whether it arrived. */
  readonly isUnknown: boolean
  readonly isSending: boolean
  readonly isRestored: boolean
  /** True where the ticket at hand is another one than the address asks for. */
  readonly isOther: boolean
  /** Leaves the ticket at hand for the one that the address asks for. */
  readonly takeReport: () => void
  /** The reference of the ticket that was just sent; '' where the answer had none. */
  readonly sentRef: string | null
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
  const [wasTried, setTried] = useState(false)
  const [sentRef, setSentRef] = useState<string | null>(null)
  const isDirty = draft.subject !== begun.subject || draft.message !== begun.message
  const isSending = sending.isPending

  useEffect(() => {
    const next: KeptTicket = { draft, wasSent: isUnknown || isSending }
    writeSessionDraft(storageName, isDirty || next.wasSent ? next : null)
  }, [draft, isDirty, isUnknown, isSending])
  useLeaveGuard(isDirty)

  const all = ticketFaults(draft, diagnostics)
  const shown = (fault: TicketFault | undefined) => (wasTried || fault?.kind !== 'short' ? fault : undefined)

  function clear(): void {
    writeSessionDraft(storageName, null)
    setDraft(emptyTicket)
    setBegun(emptyTicket)
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
    isSending,
    isRestored,
    isOther: prefilled.reportOf !== null && draft.reportOf !== prefilled.reportOf && sentRef === null,
    takeReport: () => {
      sending.reset()
      clear()
      setDraft(prefilled)
      setBegun(prefilled)
    },
    sentRef,
    send: () => {
      setTried(true)
      const first = all.subject !== undefined ? 'subject' : all.message !== undefined ? 'message' : null
      if (first !== null || isSending) return first
      setUnknown(false)
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
    typeof value.wasSent === 'boolean'
  )
}

/** Which failures the kept ticket of this tab is about; null for none. */
export function keptReport(): string | null {
  return readSessionDraft(storageName, isKept)?.draft.reportOf ?? null
}
