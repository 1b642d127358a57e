/** Which columns stand where and how wide; kept as JSON, without any data of the rows. */
export interface TableLayout {
  /** Every column id, in the order shown. */
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  /** Pixels of the columns somebody sized. Empty: the columns share the space there is. */
  readonly widths: Readonly<Record<string, number>>
}

/** What a layout needs to know of a column. */
export interface LayoutColumn {
  readonly id: string
  readonly width: number
  readonly isHiddenAtFirst?: boolean
  readonly isAlwaysShown?: boolean
}

/** Pixels. */
export const columnWidthMin = 64
export const columnWidthMax = 800

export function firstLayout(columns: readonly LayoutColumn[]): TableLayout {
  return {
    order: columns.map((column) => column.id),
    hidden: columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id),
    widths: {},
  }
}

/** Reads a kept layout. Ids nobody knows are dropped, columns it does not name come last as they first were, nonsense gives the first layout. */
export function decodeLayout(text: string | null, columns: readonly LayoutColumn[]): TableLayout {
  const first = firstLayout(columns)
  const kept = parsed(text)
  if (kept === null) return first
  const order = [...new Set(texts(kept.order))].filter((id) => first.order.includes(id))
  if (order.length === 0) return first
  const named = new Set(order)
  const hidden = new Set(texts(kept.hidden))
  return {
    order: [...order, ...first.order.filter((id) => !named.has(id))],
    hidden: columns
      .filter((column) => !column.isAlwaysShown)
      .filter((column) => (named.has(column.id) ? hidden.has(column.id) : column.isHiddenAtFirst))
      .map((column) => column.id),
    widths: Object.fromEntries(
      Object.entries(isRecord(kept.widths) ? kept.widths : {}).flatMap(([id, width]) =>
        first.order.includes(id) && typeof width === 'number' && Number.isFinite(width)
          ? [[id, clampWidth(width)]]
          : [],
      ),
    ),
  }
}

export function encodeLayout(layout: TableLayout): string {
  return JSON.stringify({ order: layout.order, hidden: layout.hidden, widths: layout.widths })
}

/** Moves a column one place; `step` is -1 towards the start or 1 towards the end. At an end it stays. */
export function moveColumn(layout: TableLayout, id: string, step: -1 | 1): TableLayout {
  const from = layout.order.indexOf(id)
  const to = from + step
  const other = layout.order[to]
  if (from < 0 || other === undefined) return layout
  return {
    ...layout,
    order: layout.order.map((column, place) => (place === from ? other : place === to ? id : column)),
  }
}

export function showColumn(layout: TableLayout, id: string, isShown: boolean): TableLayout {
  const hidden = layout.hidden.filter((column) => column !== id)
  return { ...layout, hidden: isShown ? hidden : [...hidden, id] }
}

export function sizeColumn(layout: TableLayout, id: string, width: number): TableLayout {
  return { ...layout, widths: { ...layout.widths, [id]: clampWidth(width) } }
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(columnWidthMax, Math.max(columnWidthMin, width)))
}

function parsed(text: string | null): Record<string, unknown> | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
