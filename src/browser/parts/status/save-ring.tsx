import { graceOf } from '#contract/grace.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { useNow } from '../use-now.ts'

/** Whole seconds until a held write leaves. */
export function secondsLeft({ dueAt }: Pick<OwnWrite, 'dueAt'>, now: number): number {
  return dueAt === null ? 0 : Math.max(0, Math.ceil((dueAt - now) / 1000))
}

/** A ring of 13 pixels that drains while a change can still be taken back. Decoration: words beside it say how long. */
export function SaveRing({ write }: { readonly write: Pick<OwnWrite, 'dueAt' | 'changes'> }) {
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
