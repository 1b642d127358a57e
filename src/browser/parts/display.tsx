import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useWorkspace } from '#queries/workspace.ts'
import { createDateFormat, type DateFormat } from '#words/date-format.ts'
import type { Locale } from '#words/locale.ts'
import { createNumberFormat, type NumberFormat } from '#words/number-format.ts'
import { useToday } from './use-now.ts'

/** How this person reads this workspace: one language for every number, the workspace's zone for every date. */
export interface Display {
  readonly locale: Locale
  readonly zone: string
  /** False while the workspace cannot be read: the browser's zone and bare money stand in, and the page says so. */
  readonly isZoneKnown: boolean
  /** True until the workspace has answered, one way or the other. */
  readonly isPending: boolean
  /** Today in the zone, YYYY-MM-DD. */
  readonly today: string
  readonly numbers: NumberFormat
  readonly dates: DateFormat
}

const DisplayContext = createContext<Display | null>(null)

export function DisplayProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  const { data, isPending } = useWorkspace()
  const zone = knownZone(data?.timezone)
  const shownZone = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = useToday(shownZone)
  const currency = data?.currency ?? null
  const pattern = data?.dateFormat ?? null
  const display = useMemo<Display>(
    () => ({
      locale,
      zone: shownZone,
      isZoneKnown: zone !== null,
      isPending,
      today,
      numbers: createNumberFormat(locale, currency),
      dates: createDateFormat(locale, shownZone, pattern),
    }),
    [locale, shownZone, zone, isPending, today, currency, pattern],
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
