import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useWorkspace } from '#queries/workspace.ts'
import { createDateFormat, type DateFormat } from '#words/date-format.ts'
import type { Locale } from '#words/locale.ts'
import { createNumberFormat, type NumberFormat } from '#words/number-format.ts'
import { usePreference, writePreference } from './preference.ts'
import { useToday } from './use-now.ts'
import { useServerClock } from './use-server-clock.ts'

/** How this person reads this workspace: one language for every number, the workspace's zone for every date. */
export interface Display {
  readonly locale: Locale
  readonly zone: string
  /** False while neither the workspace nor this browser's memory of it tells: the browser's zone stands in, and the page says so. */
  readonly isZoneKnown: boolean
  /** True on a first visit until the workspace has answered: no day can be asked for yet. */
  readonly isZonePending: boolean
  /** True until the workspace has answered, one way or the other. */
  readonly isPending: boolean
  /** Its name; null where it is not known. */
  readonly workspace: string | null
  /** Today in the zone, YYYY-MM-DD. */
  readonly today: string
  readonly numbers: NumberFormat
  readonly dates: DateFormat
}

/** The zone of last time: until the workspace has told, days are asked for in it and not in the browser's. */
const zonePreference = 'zone'

const DisplayContext = createContext<Display | null>(null)

export function DisplayProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  useServerClock()
  const { data, isPending: isAsking } = useWorkspace()
  const [hasAnswered, setAnswered] = useState(!isAsking)
  // Asked again behind a failure it is pending once more; nobody waits for a zone twice.
  if (!isAsking && !hasAnswered) setAnswered(true)
  const isPending = isAsking && !hasAnswered
  const remembered = usePreference(zonePreference)
  const told = knownZone(data?.timezone)
  const zone = data === undefined ? knownZone(remembered) : told
  const isZonePending = isPending && zone === null
  useEffect(() => {
    if (told !== null) writePreference(zonePreference, told)
  }, [told])
  const shownZone = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = useToday(shownZone)
  const workspace = data?.displayName ?? null
  const currency = data?.currency ?? null
  const pattern = data?.dateFormat ?? null
  const display = useMemo<Display>(
    () => ({
      locale,
      zone: shownZone,
      isZoneKnown: zone !== null,
      isZonePending,
      isPending,
      workspace,
      today,
      numbers: createNumberFormat(locale, currency),
      dates: createDateFormat(locale, shownZone, pattern),
    }),
    [locale, shownZone, zone, isZonePending, isPending, workspace, today, currency, pattern],
  )
  return <DisplayContext value={display}>{children}</DisplayContext>
}

export function useDisplay(): Display {
  const display = useContext(DisplayContext)
  if (display === null) throw new Error('useDisplay needs a DisplayProvider')
  return display
}

function knownZone(zone: string | null | undefined): string | null {
  if (zone == null || zone === '') return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return null
  }
}
