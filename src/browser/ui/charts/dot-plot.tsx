import { type ComponentProps, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { DotPoint } from './dot-row.ts'
import { MarkLayer } from './mark-layer.tsx'
import { placeNames } from './place-names.ts'
import { PlotAxis } from './plot-axis.tsx'
import { rangeTicks } from './range-axis.ts'
import { roundTicks } from './round-ticks.ts'

const Marks = lazy(() => import('./dot-marks.tsx').then((marks) => ({ default: marks.DotMarks })))

/** Pixels. */
const plotHeight = 340
const markSize = 28

interface DotPlotProps extends Pick<ComponentProps<typeof MarkLayer>, 'label' | 'link'> {
  readonly points: readonly DotPoint[]
  readonly line: { readonly at: number; readonly label: string } | null
  readonly formatShare: (share: number) => string
  readonly formatAmount: (amount: number) => string
  /** What the axes are about. */
  readonly shareTitle: string
  readonly amountTitle: string
}

/** An amount against a rate, a dot each, with its name where there is room for it. */
export function DotPlot({ points, line, label, link, ...words }: DotPlotProps) {
  const plot = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (plot.current === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(plot.current)
    return () => observer.disconnect()
  }, [])
  const shares = points.flatMap(({ range, before }) => [range.high, before?.rate ?? 0])
  const amounts = points.flatMap(({ amount, before }) => [amount, before?.amount ?? 0])
  const shareTicks = rangeTicks(Math.max(line?.at ?? 0, ...shares), 5)
  const amountTicks = roundTicks(Math.max(0, ...amounts), { mostSteps: 5, leastStep: 1 })
  const full = { share: shareTicks.at(-1) ?? 1, amount: amountTicks.at(-1) ?? 1 }
  const placed = points.map((point) => ({
    ...point,
    left: (100 * point.range.rate) / full.share,
    top: 100 - (100 * point.amount) / full.amount,
  }))
  const across = (share: number) => (width * share) / full.share
  const names = placeNames(
    placed.map(({ id, name, range, top }) => ({
      id,
      name,
      x: across(range.rate),
      y: (top * plotHeight) / 100,
      from: across(range.low),
      to: across(range.high),
    })),
    {
      width,
      height: plotHeight,
      line: line === null ? null : across(line.at),
      others: points.flatMap(({ before }) =>
        before === null ? [] : [{ x: across(before.rate), y: plotHeight * (1 - before.amount / full.amount) }],
      ),
    },
  )
  const [markWidth, markHeight] = [width > 0 ? (100 * markSize) / width : 0, (100 * markSize) / plotHeight]
  return (
    <div>
      <p aria-hidden="true" className="text-xs text-ink-3">
        {words.amountTitle}
      </p>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 pt-11 pr-4 pb-7 md:pt-8">
        <ol aria-hidden="true" className="tabular relative text-right text-xs whitespace-nowrap text-ink-3">
          {amountTicks.map((amount) => (
            // Its text gives the column its width, its place is in the plot.
            <li key={amount} className="h-0">
              <span className="invisible">{words.formatAmount(amount)}</span>
              <span
                className="absolute right-0 -translate-y-1/2"
                style={{ top: `${100 - (100 * amount) / full.amount}%` }}
              >
                {words.formatAmount(amount)}
              </span>
            </li>
          ))}
        </ol>
        <div ref={plot} className="relative min-w-0" style={{ height: plotHeight }}>
          {amountTicks.map((amount) => (
            <div
              key={amount}
              className="absolute inset-x-0 border-t border-line"
              style={{ top: `${100 - (100 * amount) / full.amount}%` }}
            />
          ))}
          <PlotAxis
            ticks={shareTicks.map((share) => ({ at: (100 * share) / full.share, text: words.formatShare(share) }))}
            line={line === null ? null : { at: (100 * line.at) / full.share, text: line.label }}
          />
          <div className="absolute inset-0 [&_svg]:overflow-visible">
            <Suspense fallback={null}>
              <Marks points={points} full={full} height={plotHeight} />
            </Suspense>
          </div>
          <ol aria-hidden="true" className="text-xs">
            {names.map((place) => (
              <li
                key={place.id}
                className="absolute truncate"
                style={{ left: `${(100 * place.left) / width}%`, top: place.top, maxWidth: place.width }}
              >
                {place.name}
              </li>
            ))}
          </ol>
          <MarkLayer
            label={label}
            link={link}
            marks={placed.map(({ id, hint, to, left, top }) => ({
              id,
              hint,
              left: left - markWidth / 2,
              top: top - markHeight / 2,
              width: markWidth,
              height: markHeight,
              to,
            }))}
          />
        </div>
      </div>
      <p aria-hidden="true" className="text-right text-xs text-ink-3">
        {words.shareTitle}
      </p>
    </div>
  )
}
