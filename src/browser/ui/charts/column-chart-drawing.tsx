import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { Column, ColumnChartProps } from './column.ts'
import { Plot, plotProps } from './plot.tsx'

/** Pixels: a few wide blocks would shout. */
const widestBar = 48

/** Drawn by Recharts; loaded when it is first needed. */
export function ColumnChartDrawing({ columns, top, height }: ColumnChartProps) {
  return (
    <Plot height={height}>
      <BarChart
        data={columns.map((column) => ({ column, span: column.isKnown ? [column.low, column.high] : null }))}
        {...plotProps}
        barCategoryGap="28%"
        maxBarSize={widestBar}
      >
        <XAxis dataKey="column.id" hide />
        <YAxis domain={[0, Math.max(top, Number.MIN_VALUE)]} width={0} hide />
        <Bar dataKey="span" isAnimationActive={false} shape={drawColumn} />
      </BarChart>
    </Plot>
  )
}

interface Shape {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly payload?: { readonly column: Column }
}

const unstretched = { vectorEffect: 'non-scaling-stroke' } as const

function drawColumn({ x = 0, y = 0, width = 0, height = 0, payload }: Shape) {
  const column = payload?.column
  if (column === undefined || !column.isKnown || (column.at === null && column.high === 0)) return <g />
  return column.at === null ? (
    <CountColumn x={x} y={y} width={width} height={height} isUnfinished={column.isUnfinished} />
  ) : (
    <RangeColumn x={x + width / 2} y={y} height={height} column={column} at={column.at} />
  )
}

interface CountColumnProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isUnfinished: boolean
}

function CountColumn({ x, y, width, height, isUnfinished }: CountColumnProps) {
  if (!isUnfinished) return <rect x={x} y={y} width={width} height={height} fill="var(--accent)" />
  // Open at the foot: a dotted line along the ground would look like a value.
  return (
    <path
      d={`M${x} ${y + height}V${y}H${x + width}V${y + height}`}
      fill="var(--accent-soft)"
      stroke="var(--accent)"
      strokeWidth="1.5"
      strokeDasharray="1.5 3"
      {...unstretched}
    />
  )
}

interface RangeColumnProps {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly column: Column
  readonly at: number
}

function RangeColumn({ x, y, height, column: { low, high, isUnfinished }, at }: RangeColumnProps) {
  const middle = high > low ? y + (height * (high - at)) / (high - low) : y
  return (
    <g>
      <path
        d={`M${x} ${y}V${y + height}`}
        stroke="color-mix(in oklab, var(--accent) 42%, var(--surface))"
        strokeWidth="3"
        {...(isUnfinished ? { strokeDasharray: '1.5 4' } : {})}
        {...unstretched}
      />
      <path d={`M${x} ${middle}h0`} stroke="var(--accent)" strokeWidth="9" strokeLinecap="round" {...unstretched} />
    </g>
  )
}
