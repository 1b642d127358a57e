export type MenuMove = 'next' | 'previous' | 'first' | 'last'

/** Where a key leads from item `at` (-1 for none) of `count`; round at both ends. */
export function menuMove(move: MenuMove, at: number, count: number): number | null {
  if (count === 0) return null
  switch (move) {
    case 'next':
      return (at + 1) % count
    case 'previous':
      return at <= 0 ? count - 1 : at - 1
    case 'first':
      return 0
    case 'last':
      return count - 1
  }
}

/**
 * The item that typed letters lead to, null for none: the next one that begins with them. The same letter again goes on
 * to the next of its kind; more letters may stay where they are.
 */
export function typedItem(texts: readonly string[], typed: string, at: number): number | null {
  const isRepeated = [...typed].every((letter) => letter === typed[0])
  const wanted = (isRepeated ? typed.slice(0, 1) : typed).toLocaleLowerCase()
  const start = isRepeated ? at + 1 : Math.max(0, at)
  const order = texts.map((_, step) => (start + step) % texts.length)
  return order.find((index) => texts[index]?.toLocaleLowerCase().startsWith(wanted)) ?? null
}

interface Size {
  readonly width: number
  readonly height: number
}

interface AnchorBox {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** Room kept to the edges of the screen and to the anchor, in pixels. */
const edge = 8
const gap = 4

/** Where a menu goes: beneath its anchor, above it where there is more room, never beyond the screen. */
export function placeMenu(anchor: AnchorBox, height: number, width: number, screen: Size) {
  const below = screen.height - anchor.bottom - gap - edge
  const above = anchor.top - gap - edge
  const isBelow = height <= below || below >= above
  const maxHeight = Math.max(0, isBelow ? below : above)
  const shown = Math.min(height, maxHeight)
  return {
    left: Math.max(edge, Math.min(anchor.left, screen.width - width - edge)),
    top: isBelow ? anchor.bottom + gap : anchor.top - gap - shown,
    maxHeight,
  }
}
