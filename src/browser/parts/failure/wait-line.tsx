import { useNow } from '../use-now.ts'

interface WaitLineProps {
  /** Epoch milliseconds. */
  readonly until: number
  readonly waiting: (seconds: number) => string
  readonly over: string
}

/** Counts down to when a person may try again; nothing happens by itself. */
export function WaitLine({ until, waiting, over }: WaitLineProps) {
  const seconds = Math.ceil((until - useNow(1000)) / 1000)
  return (
    <p role="alert" className="tabular max-w-prose">
      {seconds > 0 ? waiting(seconds) : over}
    </p>
  )
}
