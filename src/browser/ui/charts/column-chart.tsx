import { type ComponentProps, lazy, Suspense } from 'react'
import { classNames } from '../class-names.ts'
import type { ColumnChartProps } from './column.ts'
import { MarkLayer } from './mark-layer.tsx'

const Drawing = lazy(() =>
  import('./column-chart-drawing.tsx').then((chart) => ({ default: chart.ColumnChartDrawing })),
)

interface Props extends ColumnChartProps {
  /** Name of the picture. */
  readonly label: string
  /** Words at the top line of the plot. */
  readonly topLabel: string
  readonly link: ComponentProps<typeof MarkLayer>['link']
}

/** Pixels over the plot, for the figures of the columns. */
const headRoom = 22

/** Columns over time, each with its words beneath and its figure over it. The height is known before the drawing is. */
export function ColumnChart({ columns, top, height, label, topLabel, link }: Props) {
  const share = (value: number) => (top > 0 ? Math.min(1, value / top) * 100 : 0)
  return (
    <div style={{ paddingTop: headRoom }}>
      <div className="relative border-b border-line-strong" style={{ height }}>
        {topLabel !== '' && (
          <span className="tabular absolute inset-x-0 bottom-full border-b border-line text-xs leading-4 text-ink-3">
            {topLabel}
          </span>
        )}
        {/* Nothing known is nothing to draw: the library must not come before the first figures. */}
        {columns.some(({ isKnown }) => isKnown) && (
          <Suspense fallback={null}>
            <Drawing columns={columns} top={top} height={height} />
          </Suspense>
        )}
        <div aria-hidden="true">
          {columns.map(({ id, figure, high, isKnown }, at) => (
            <span
              key={id}
              className={classNames(
                'tabular absolute -translate-x-1/2 pb-1 text-xs leading-4 font-medium whitespace-nowrap',
                !isKnown && 'text-ink-3',
              )}
              style={{ left: `${((at + 0.5) / columns.length) * 100}%`, bottom: `${isKnown ? share(high) : 0}%` }}
            >
              {figure}
            </span>
          ))}
        </div>
        <MarkLayer
          label={label}
          link={link}
          marks={columns.map(({ id, hint, to }, at) => ({
            id,
            hint,
            to,
            left: (at / columns.length) * 100,
            width: 100 / columns.length,
            top: 0,
            height: 100,
          }))}
        />
      </div>
      <div aria-hidden="true" className="tabular relative h-5 text-xs text-ink-3">
        {columns.map(({ id, label: words }, at) => (
          <span
            key={id}
            className="absolute top-1 -translate-x-1/2 whitespace-nowrap"
            style={{ left: `${((at + 0.5) / columns.length) * 100}%` }}
          >
            {words}
          </span>
        ))}
      </div>
    </div>
  )
}
