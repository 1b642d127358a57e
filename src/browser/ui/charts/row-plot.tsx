import { type ComponentProps, type ReactNode, Suspense } from 'react'
import { classNames } from '../class-names.ts'
import { MarkLayer } from './mark-layer.tsx'
import { PlotAxis } from './plot-axis.tsx'
import { type PlotLine, type PlotRow, plotRowHeight, type Tick } from './plot-row.ts'

interface RowPlotProps {
  /** Name of the picture. */
  readonly label: string
  readonly rows: readonly PlotRow[]
  readonly ticks: readonly Tick[]
  readonly line: PlotLine
  readonly link: ComponentProps<typeof MarkLayer>['link']
  /** The drawing of all rows, loaded late: the room for it is there before. */
  readonly children: ReactNode
}

/** A drawing with a row each, its name at the left, its number at the right, the axis beneath: all words are text of the page. */
export function RowPlot({ label, rows, ticks, line, link, children }: RowPlotProps) {
  // A phone has two lines for the words of the line.
  const above = line === null ? 'pt-2' : 'pt-11 md:pt-7'
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 md:grid-cols-[10rem_minmax(0,1fr)_auto] md:gap-x-6">
      <ol aria-hidden="true" className={above}>
        {rows.map(({ id, name, note }) => (
          <li key={id} className="flex flex-col justify-center" style={{ height: plotRowHeight }}>
            <span className="line-clamp-1 max-md:break-all md:line-clamp-2 md:leading-4" title={name}>
              {name}
            </span>
            <span className="tabular truncate text-xs text-ink-3 md:hidden">{note}</span>
          </li>
        ))}
      </ol>
      <div className={classNames('min-w-0 pr-3 pb-7', above)}>
        <div className="relative" style={{ height: rows.length * plotRowHeight }}>
          <PlotAxis ticks={ticks} line={line} />
          <div className="absolute inset-0 [&_svg]:overflow-visible">
            <Suspense fallback={null}>{children}</Suspense>
          </div>
          {rows.map(
            ({ id, unknown }, at) =>
              unknown !== null && (
                <p
                  key={id}
                  aria-hidden="true"
                  className="absolute flex items-center pl-2 text-xs text-ink-3"
                  style={{ top: at * plotRowHeight, height: plotRowHeight }}
                >
                  {unknown}
                </p>
              ),
          )}
          <MarkLayer
            label={label}
            link={link}
            marks={rows.map(({ id, hint, to }, at) => ({
              id,
              hint,
              left: 0,
              width: 100,
              top: (100 * at) / rows.length,
              height: 100 / rows.length,
              to,
            }))}
          />
        </div>
      </div>
      <ol aria-hidden="true" className={classNames('tabular text-right text-ink-3 max-md:hidden', above)}>
        {rows.map(({ id, note }) => (
          <li key={id} className="flex items-center justify-end whitespace-nowrap" style={{ height: plotRowHeight }}>
            {note}
          </li>
        ))}
      </ol>
    </div>
  )
}
