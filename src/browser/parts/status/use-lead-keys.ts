import type { Lead } from '#contract/lead.ts'
import * as m from '#words/m.ts'
import { useShortcut } from '../shortcuts.tsx'
import { ask } from './asked.ts'
import { settableStatuses } from './next-status.ts'
import { useRequestStatus } from './use-request-status.ts'

/** `1` to `8`: New … Invoice. */
const numbered = settableStatuses.slice(0, 8)
const numberKeys = numbered.map((_, index) => String(index + 1))
const none: readonly string[] = []

/**
 * The one-key verbs for the lead that the focus or the panel is on; null gives the keys up, so that whoever has one takes
 * them. `anchorOf` finds what the menus open beside; without it, or where it is gone, they open in the middle.
 */
export function useLeadKeys(lead: Lead | null, anchorOf?: () => Element | null): void {
  const requestStatus = useRequestStatus()
  const on = (...keys: readonly string[]) => (lead === null ? none : keys)
  useShortcut(on(...numberKeys), m.status_key_set(), ({ key, repeat }) => {
    const status = numbered[Number(key) - 1]
    if (lead !== null && status !== undefined && !repeat) requestStatus(lead, status)
  })
  useShortcut(on('w'), m.status_key_won(), () => lead !== null && requestStatus(lead, 'won'))
  useShortcut(on('l'), m.status_key_lost(), () => lead !== null && requestStatus(lead, 'lost'))
  useShortcut(on('a'), m.status_key_assign(), () => lead !== null && ask('assign', lead, anchorOf?.() ?? null))
  useShortcut(on('p'), m.status_key_priority(), () => lead !== null && ask('priority', lead, anchorOf?.() ?? null))
}
