import { useXAxisScale, useYAxisScale } from 'recharts'

interface Whisker {
  readonly id: string
  readonly y: number
  readonly low: number
  readonly high: number
}

interface WhiskersProps {
  readonly whiskers: readonly Whisker[]
  /** Pixels. */
  readonly width: number
}

/** The range around each dot, in its colour and lighter; inside a chart of Recharts, beneath its dots. */
export function Whiskers({ whiskers, width }: WhiskersProps) {
  const [xOf, yOf] = [useXAxisScale(), useYAxisScale()]
  if (xOf === undefined || yOf === undefined) return null
  return whiskers.map(({ id, y, low, high }) => (
    <path
      key={id}
      d={`M${xOf(low)} ${yOf(y)}H${xOf(high)}`}
      stroke="color-mix(in oklab, var(--accent) 42%, var(--surface))"
      strokeWidth={width}
    />
  ))
}
