import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type BadgeTone = 'neutral' | 'good' | 'warn' | 'bad'

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: 'bg-sunken text-ink-2',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
}

/** A word on a soft ground; the word carries the meaning, the colour only repeats it. */
export function Badge({ tone, children }: { readonly tone: BadgeTone; readonly children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex shrink-0 items-center whitespace-nowrap rounded-sm px-1.5 text-xs font-medium',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
