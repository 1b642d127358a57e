import { classNames } from '../class-names.ts'
import type { PlotLine, Tick } from './plot-row.ts'

interface PlotAxisProps {
  readonly ticks: readonly Tick[]
  readonly line: PlotLine
}

/** The lines down a plot with their numbers beneath, and the one that all is measured by with its words above. */
export function PlotAxis({ ticks, line }: PlotAxisProps) {
  return (
    <div aria-hidden="true" className="tabular text-xs text-ink-3">
      {ticks.map(({ at, text }) => (
        <div key={at} className="absolute inset-y-0 border-l border-line" style={{ left: `${at}%` }}>
          <span className="absolute top-full mt-1.5 -translate-x-1/2 whitespace-nowrap">{text}</span>
        </div>
      ))}
      {line !== null && (
        <div className="absolute -top-1 bottom-0 border-l border-dashed border-ink-3" style={{ left: `${line.at}%` }}>
          <span
            className={classNames(
              'absolute bottom-full pb-0.5 whitespace-nowrap',
              line.at > 50 ? 'right-0' : '-left-px',
            )}
          >
            {line.text}
          </span>
        </div>
      )}
    </div>
  )
}
