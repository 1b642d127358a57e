import { useEffect } from 'react'
import { useDisplay } from '#parts/display.tsx'
import { Late } from '#parts/late.tsx'
import { wayStrip } from '#parts/live/late-live.ts'
import { usePreference, writePreference } from '#parts/preference.ts'
import { useOfflineSince, useRetryKey } from '#queries/ask-again.ts'
import { useKeyRefused } from '#queries/key-gate.ts'
import { useWaitingCount } from '#queries/own-writes.ts'
import { useStatus } from '#queries/status.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'

/** What every screen must say at its top for as long as it is there: sample data, an open network, no zone. */
export function Strips() {
  const { data: status } = useStatus()
  const { isZoneKnown, isPending } = useDisplay()
  const sample = useSample(status?.upstream.kind)
  return (
    <header className="print:hidden">
      {sample !== 'none' && (
        <div className={sample === 'unknown' ? 'invisible' : undefined}>
          <Strip text={m.sample_strip()} />
        </div>
      )}
      {status?.openToNetwork && <Strip text={m.open_network_strip()} />}
      {!isZoneKnown && !isPending && <Strip text={m.zone_unknown()} />}
    </header>
  )
}

/** What comes up by itself, under the page: at its top it would push every row from under the pointer. */
export function NewsStrips() {
  return (
    <div className="print:hidden">
      <KeyStrip />
      <Late part={wayStrip} props={{}} />
      <OfflineStrip />
    </div>
  )
}

/** Which upstream it was last time: until this one has told, the strip keeps its place instead of pushing the page down. */
const upstreamPreference = 'upstream'

/** "unknown" on a first visit only: the strip's place is kept, its words wait. */
function useSample(kind: string | undefined): 'shown' | 'unknown' | 'none' {
  const remembered = usePreference(upstreamPreference)
  useEffect(() => {
    if (kind !== undefined) writePreference(upstreamPreference, kind)
  }, [kind])
  const known = kind ?? remembered
  if (known === null) return 'unknown'
  return known === 'sandbox' ? 'shown' : 'none'
}

function Strip({ text, children }: { readonly text: string; readonly children?: React.ReactNode }) {
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-4 bg-warn-soft px-4 py-1 text-xs font-medium text-warn md:px-6">
      <span>{text}</span>
      {children}
    </div>
  )
}

function KeyStrip() {
  const isRefused = useKeyRefused()
  const retryKey = useRetryKey()
  if (!isRefused) return null
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 bg-bad-soft px-4 py-1 text-bad md:px-6">
      <span>{m.failure_key()}</span>
      <Button look="link" onClick={() => retryKey()}>
        {m.retry()}
      </Button>
    </div>
  )
}

/** The place is there before the news is: a status that comes with its text may not be read out. */
function OfflineStrip() {
  const { dates } = useDisplay()
  const since = useOfflineSince()
  const count = useWaitingCount()
  return <div role="status">{since !== null && <Strip text={offlineText(dates.time(since), count)} />}</div>
}

function offlineText(time: string, count: number): string {
  if (count === 0) return m.failure_offline_banner({ time })
  return count === 1 ? m.waiting_offline_one({ time }) : m.waiting_offline({ time, count })
}
