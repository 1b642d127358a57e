interface RangeHintProps {
  /** Given by Recharts: the points under the pointer, each with the datum it was drawn from. */
  readonly payload?: readonly { readonly payload?: unknown }[]
}

/** The words over a point. */
export function RangeHint({ payload }: RangeHintProps) {
  const point = payload?.[0]?.payload
  if (typeof point !== 'object' || point === null || !('name' in point) || !('hint' in point)) return null
  return (
    <div className="rounded bg-surface px-3 py-2 text-xs shadow-float">
      <p className="font-medium">{String(point.name)}</p>
      <p className="tabular text-ink-2">{String(point.hint)}</p>
    </div>
  )
}
