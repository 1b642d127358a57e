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
        <>
          <div
            className="absolute -top-1 bottom-0 border-l border-dashed border-ink-3"
            style={{ left: `${line.at}%` }}
          />
          {/* Towards the side with more room, in two lines where one is too long for it. */}
          <p
            className={classNames('absolute bottom-full mb-1 leading-4', line.at > 50 && 'text-right')}
            style={line.at > 50 ? { right: `${100 - line.at}%`, maxWidth: `${line.at}%` } : { left: `${line.at}%` }}
          >
            {line.text}
          </p>
        </>
      )}
    </div>
  )
}
