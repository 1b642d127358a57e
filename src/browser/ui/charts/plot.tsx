import type { ReactElement } from 'react'
import { ResponsiveContainer } from 'recharts'

interface PlotProps {
  /** Pixels. */
  readonly height: number
  /** A chart of Recharts without axes and margins: its area is the plot and nothing else. */
  readonly children: ReactElement
}

/**
 * Where Recharts draws. It draws marks alone; every word and number around them is text of the page, placed in per cent
 * of the plot. So a drawing may be stretched when the page is printed, and nothing that is read is ever part of a picture.
 */
export function Plot({ height, children }: PlotProps) {
  return (
    <div aria-hidden="true" inert className="plot absolute inset-0" style={{ height }}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 1, height: 1 }}>
        {children}
      </ResponsiveContainer>
    </div>
  )
}

/** What every chart in a `Plot` is given: no room around its marks, no words, and leave to be stretched. */
export const plotProps = {
  margin: { top: 0, right: 0, bottom: 0, left: 0 },
  accessibilityLayer: false,
  preserveAspectRatio: 'none',
} as const

/** The bars of the previous period, in every chart that has them: hollow, a stack of their own beneath. */
export const hollowBar = {
  isAnimationActive: false,
  stackId: 'before',
  fill: 'var(--surface)',
  stroke: 'var(--ink-3)',
  strokeWidth: 1.5,
} as const
