/** A point with its name; pixels from the top left of the plot. */
export interface NamedPoint {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
}

export interface NamePlace {
  readonly id: string
  readonly name: string
  readonly left: number
  readonly top: number
  readonly width: number
}

/** Pixels. A letter of Inter at 12 px is narrower than this, so a name never needs more room than it was given. */
const letter = 7
const lineHeight = 16
const dotRadius = 6
const gap = 4
/** A longer name would hide more than it tells; all of it stands in the tip. */
const mostLetters = 24

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Names beside their dots: at the right, else the left, above or beneath; none where it would lie over a dot, another name or the edge. */
export function placeNames(
  points: readonly NamedPoint[],
  plot: { width: number; height: number },
): readonly NamePlace[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - dotRadius,
    top: y - dotRadius,
    width: 2 * dotRadius,
    height: 2 * dotRadius,
  }))
  return points.flatMap(({ id, name, x, y }) => {
    const width = Math.min(name.length, mostLetters) * letter
    const beside = y - lineHeight / 2
    const centred = x - width / 2
    const tries = [
      { left: x + dotRadius + gap, top: beside },
      { left: x - dotRadius - gap - width, top: beside },
      { left: centred, top: y - dotRadius - gap - lineHeight },
      { left: centred, top: y + dotRadius + gap },
    ].map((place) => ({ ...place, width, height: lineHeight }))
    const free = tries.find((box) => isWithin(box, plot) && !taken.some((other) => areOver(box, other)))
    if (free === undefined || name === '') return []
    taken.push(free)
    return [{ id, name, left: free.left, top: free.top, width }]
  })
}

function isWithin(box: Box, plot: { width: number; height: number }): boolean {
  return box.left >= 0 && box.top >= 0 && box.left + box.width <= plot.width && box.top + box.height <= plot.height
}

function areOver(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
}
