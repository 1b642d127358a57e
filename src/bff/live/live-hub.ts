import { maySeeLeads } from '#contract/access.ts'
import { type LiveEvent, liveTimes } from '#contract/live.ts'
import type { Role } from '#contract/roles.ts'
import { BffError } from '../own/bff-error.ts'
import type { Clock } from '../writes/clock.ts'
import { createEventRing } from './event-ring.ts'
import { type LiveStream, openLiveStream } from './live-stream.ts'
import { eventBytes, heartbeatBytes } from './wire-format.ts'

/** `streams`: of one role, so that nobody can keep those of another out. */
export const hubBounds = { streams: 500 } as const

/** Seconds after which somebody who was turned away may come again. */
const comeAgainS = { full: 30, ended: 3 } as const

export interface LiveHub {
  /**
   * A new reader, for as long as `mayListen`: asked at each heartbeat. Throws BUSY where there are too many, or where the
   * server stops.
   */
  open(role: Role, lastEventId: string | null, mayListen?: MayListen): LiveStream['body']
  /** Asks at once who may go on listening: a session has ended. */
  lookAgain(): Promise<void>
  /** Tells everybody who may hear it, and those who come back. What carries nothing is kept once for all who are away. */
  tell(event: LiveEvent): void
  /** Tells those who listen now; who comes later is told how it stands then. */
  tellNow(event: LiveEvent): void
  readonly streams: number
  /** Ends all, and opens none any more. */
  end(): void
}

type MayListen = () => Promise<boolean>

/** Leads are personal: who may not see them is told nothing of them. */
function mayHear(role: Role, kind: LiveEvent['kind']): boolean {
  return kind !== 'leads' || maySeeLeads(role)
}

/** Everybody who listens, and what they are told. */
export function createLiveHub({
  clock,
  greeting,
  changed,
  maxStreams = hubBounds.streams,
}: {
  readonly clock: Clock
  /** How it stands, for a new reader. */
  readonly greeting: (resumed: boolean) => readonly LiveEvent[]
  /** Called when the first reader has come, and when the last has left. */
  readonly changed: (streams: number) => void
  readonly maxStreams?: number
}): LiveHub {
  const ring = createEventRing()
  const readers = new Map<LiveStream, { readonly role: Role; readonly mayListen: MayListen }>()
  /** What was told while nobody listened. */
  const unheard = new Set<LiveEvent['kind']>()
  let ended = false
  let cancelHeartbeat: () => void = () => undefined

  function beat(): void {
    for (const stream of readers.keys()) stream.send(heartbeatBytes)
    cancelHeartbeat = clock.after(liveTimes.heartbeatMs, beat)
    void lookAgain()
  }

  async function lookAgain(): Promise<void> {
    const look = async ([stream, { mayListen }]: readonly [LiveStream, { readonly mayListen: MayListen }]) => {
      if (!(await mayListen().catch(() => false))) stream.end()
    }
    await Promise.all([...readers].map(look))
  }

  function send(kind: LiveEvent['kind'], bytes: Uint8Array<ArrayBuffer>): void {
    for (const [stream, { role }] of [...readers]) if (mayHear(role, kind)) stream.send(bytes)
  }

  function leave(stream: LiveStream): void {
    readers.delete(stream)
    if (readers.size > 0) return
    cancelHeartbeat()
    changed(0)
  }

  return {
    open(role, lastEventId, mayListen = async () => true) {
      if (ended || [...readers.values()].filter((reader) => reader.role === role).length >= maxStreams) {
        const message = ended ? 'The dashboard is stopping' : 'Too many live streams are open'
        throw new BffError('BUSY', message, null, { retryAfterS: comeAgainS[ended ? 'ended' : 'full'] })
      }
      const missed = ring.after(lastEventId)
      const stream = openLiveStream(() => leave(stream))
      const [hello, ...rest] = greeting(missed !== null)
      // Its place is before what it missed, so that breaking off in the middle loses nothing.
      if (hello !== undefined) stream.send(eventBytes(hello, missed === null ? ring.lastId() : lastEventId))
      for (const event of rest) stream.send(eventBytes(event, null))
      for (const { kind, bytes } of missed ?? []) if (mayHear(role, kind)) stream.send(bytes)
      readers.set(stream, { role, mayListen })
      unheard.clear()
      if (readers.size === 1) {
        cancelHeartbeat = clock.after(liveTimes.heartbeatMs, beat)
        changed(1)
      }
      return stream.body
    },
    tell(event) {
      if (readers.size === 0 && event.kind !== 'leads') {
        if (unheard.has(event.kind)) return
        unheard.add(event.kind)
      }
      const { kind, bytes } = ring.add(event)
      send(kind, bytes)
    },
    lookAgain,
    tellNow: (event) => send(event.kind, eventBytes(event, null)),
    get streams() {
      return readers.size
    },
    end() {
      ended = true
      for (const stream of [...readers.keys()]) stream.end()
    },
  }
}
