import { graceOf } from '#contract/grace.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { useNow } from '../use-now.ts'

type Held = Pick<OwnWrite, 'dueAt' | 'sentAt'>

/** What the way of an answer takes, in milliseconds: five seconds begin with 5, not with 6. */
const onTheWayMs = 300

/** Whole seconds until a held write leaves. A clock that ticks once a second may be older than the write. */
export function secondsLeft({ dueAt, sentAt }: Held, now: number): number {
  if (dueAt === null) return 0
  return Math.max(0, Math.ceil((dueAt - Math.max(now, sentAt ?? 0) - onTheWayMs) / 1000))
}

/** A ring of 13 pixels that drains while a change can still be taken back. Decoration: words beside it say how long. */
export function SaveRing({ write }: { readonly write: Held & Pick<OwnWrite, 'changes'> }) {
  const left = secondsLeft(write, useNow(1000))
  const whole = Math.max(graceOf(write.changes), left, 1)
  return (
    <svg aria-hidden="true" width="13" height="13" viewBox="0 0 13 13" className="shrink-0 -rotate-90 text-accent">
      <circle cx="6.5" cy="6.5" r="5.6" fill="none" stroke="var(--line-strong)" strokeWidth="1.6" />
      <circle
        cx="6.5"
        cy="6.5"
        r="5.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        pathLength={100}
        strokeDasharray="100"
        strokeDashoffset={100 - (left / whole) * 100}
        className="transition-[stroke-dashoffset] duration-1000 ease-linear"
      />
    </svg>
  )
}
