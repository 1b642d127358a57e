import { useEffect, useState } from 'react'
import { onServerClock, serverAheadMs, setServerAhead } from '#queries/server-clock.ts'
import { readPreference, writePreference } from './preference.ts'

/** Milliseconds of last time: until an answer has told, a browser whose clock is off would ask for other hours than everybody else. */
const aheadPreference = 'server-ahead'

/** Begins with what was known of the server's clock last time, and keeps what is learnt of it. */
export function useServerClock(): void {
  useState(() => setServerAhead(Number(readPreference(aheadPreference)) || 0))
  useEffect(
    () => onServerClock(() => writePreference(aheadPreference, serverAheadMs() === 0 ? null : String(serverAheadMs()))),
    [],
  )
}
