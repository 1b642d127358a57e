import { useEffect, useRef } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useLeaveGuard } from '#parts/use-leave-guard.ts'
import type { Job } from './form-job.ts'
import type { FormValues } from './form-values.ts'
import { type Sent, writeKeptDraft } from './kept-draft.ts'

interface KeepingProps {
  readonly id: string | null
  readonly values: FormValues
  readonly seen: Lead | null
  readonly isDirty: boolean
  /** A save whose end nobody knows: kept whatever the fields hold. */
  readonly unknown: Sent | null
}

export interface Keeping {
  /** Writes down what is about to leave, before it leaves: after a crash it must be looked up. */
  readonly keep: (job: Pick<Job, 'values' | 'from'>, sent: Sent | null) => void
  /** Nothing is left to keep: it is saved. */
  readonly forget: () => void
  /** The form goes on with another lead. */
  readonly restart: () => void
}

/** Keeps what is typed in this tab until it is saved, and asks before the tab is closed meanwhile. */
export function useKeeping({ id, values, seen, isDirty, unknown }: KeepingProps): Keeping {
  const inFlight = useRef<Sent | null>(null)
  const isDone = useRef(false)
  useEffect(() => {
    // What was just saved is still in the fields until the form leaves or is emptied.
    if (isDone.current) return
    const sent = inFlight.current ?? unknown
    writeKeptDraft(id, isDirty || sent !== null ? { draft: values, seen, sent } : null)
  }, [id, isDirty, seen, unknown, values])
  useLeaveGuard(isDirty)
  return {
    keep: ({ values: draft, from }, sent) => {
      inFlight.current = sent
      writeKeptDraft(id, { draft, seen: from, sent })
    },
    forget: () => {
      inFlight.current = null
      isDone.current = true
      writeKeptDraft(id, null)
    },
    restart: () => {
      isDone.current = false
    },
  }
}
