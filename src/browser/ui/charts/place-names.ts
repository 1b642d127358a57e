/** A point with its name and the line through it; pixels from the top left of the plot. */
export interface NamedPoint {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
  /** Where its whisker begins and ends. */
  readonly from: number
  readonly to: number
}

interface Plot {
  readonly width: number
  readonly height: number
  /** Where a line goes from top to bottom. */
  readonly line: number | null
  /** Further dots, which have no name. */
  readonly others: readonly { readonly x: number; readonly y: number }[]
}

export interface NamePlace {
  readonly id: string
  readonly name: string
  readonly left: number
  readonly top: number
  readonly width: number
}

/** Pixels that a letter of Inter takes at 12 px, rather more than less: a small one, and any other. */
const letter = { small: 7, other: 11 } as const
const lineHeight = 16
const dotRadius = 6
const gap = 2
/** A longer name would hide more than it tells; all of it stands in the tip. */
const mostLetters = 24

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Names over their dots, else beneath: none where it would lie over a dot, a line, another name or the edge. */
export function placeNames(points: readonly NamedPoint[], plot: Plot): readonly NamePlace[] {
  const taken: Box[] = [
    ...[...points, ...plot.others].map(({ x, y }) => ({
      left: x - dotRadius,
      top: y - dotRadius,
      width: 2 * dotRadius,
      height: 2 * dotRadius,
    })),
    ...points.map(({ y, from, to }) => ({ left: from, top: y - 1, width: to - from, height: 2 })),
  ]
  if (plot.line !== null) taken.push({ left: plot.line - 1, top: 0, width: 2, height: plot.height })
  return points.flatMap(({ id, name, x, y }) => {
    const width = widthOf(name)
    const [above, beneath] = [y - gap - lineHeight, y + gap]
    const lefts = [x + dotRadius, x - dotRadius - width, x - width / 2]
    const tries = [
      ...lefts.map((left) => ({ left, top: above })),
      ...lefts.map((left) => ({ left, top: beneath })),
      { left: x - width / 2, top: above - dotRadius },
      { left: x - width / 2, top: beneath + dotRadius },
    ].map((place) => ({ ...place, width, height: lineHeight }))
    const free = tries.find((box) => isWithin(box, plot) && !taken.some((other) => areOver(box, other)))
    if (free === undefined || name === '') return []
    taken.push(free)
    return [{ id, name, left: free.left, top: free.top, width }]
  })
}

function widthOf(name: string): number {
  const letters = [...name].slice(0, mostLetters)
  return letters.reduce((width, one) => width + (/[a-z\d .,-]/.test(one) ? letter.small : letter.other), 0)
}

function isWithin(box: Box, plot: Plot): boolean {
  return box.left >= 0 && box.top >= 0 && box.left + box.width <= plot.width && box.top + box.height <= plot.height
}

function areOver(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
}
