import { useNow } from '../use-now.ts'

interface TickingProps {
  /** Epoch milliseconds. */
  readonly until: number
  readonly text: (seconds: number) => string
  /** The same without the seconds, for who listens: a number that ticks inside an alert would be read out every second. */
  readonly spoken: string
  /** What is said when the time is up; without it the count stays at zero. */
  readonly over?: string
}

/** Seconds that count down for the eye, in a sentence that is heard once. */
export function Ticking({ until, text, spoken, over }: TickingProps) {
  const seconds = Math.max(0, Math.ceil((until - useNow(1000)) / 1000))
  if (seconds === 0 && over !== undefined) return <p className="max-w-prose">{over}</p>
  return (
    <p className="tabular max-w-prose">
      <span aria-hidden="true">{text(seconds)}</span>
      <span className="sr-only">{spoken}</span>
    </p>
  )
}
