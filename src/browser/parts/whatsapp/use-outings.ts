import { useEffect, useSyncExternalStore } from 'react'
import { readSessionDraft, writeSessionDraft } from '#queries/session-draft.ts'
import { comeBack, hide, isOutings, leave, noOutings, type Outing, type Outings, settle } from './outings.ts'

const draftName = 'outings'
const listeners = new Set<() => void>()
let current: Outings | null = null

function outings(): Outings {
  current ??= comeBack(readSessionDraft(draftName, isOutings) ?? noOutings, Date.now())
  return current
}

function put(next: Outings): void {
  if (next === current) return
  current = next
  writeSessionDraft(draftName, next.open.length === 0 && Object.keys(next.asked).length === 0 ? null : next)
  for (const listener of listeners) listener()
}

function onVisibility(): void {
  const now = Date.now()
  put(document.visibilityState === 'hidden' ? hide(outings(), now) : comeBack(outings(), now))
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', onVisibility)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) document.removeEventListener('visibilitychange', onVisibility)
  }
}

/** To be called as the link to WhatsApp or the telephone is followed. */
export function leaveFor(leadId: string, by: Outing['by']): void {
  put(leave(outings(), leadId, by, Date.now()))
}

/** The question of this lead is answered, or not wanted. */
export function settleOuting(leadId: string): void {
  put(settle(outings(), leadId, Date.now()))
}

/** The outings to ask about. Whoever calls this also watches the tab go and come back. */
export function useDueOutings(): readonly Outing[] {
  const all = useSyncExternalStore(subscribe, outings)
  // Away to a page that watches nothing, and back: the tab may have come into sight meanwhile.
  useEffect(() => put(comeBack(outings(), Date.now())), [])
  return all.open.filter(({ isDue }) => isDue)
}
