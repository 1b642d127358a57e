const sides = ['Top', 'Right', 'Bottom', 'Left'] as const

/** The ground of an element and the lines around it. */
export function paintBox(context: CanvasRenderingContext2D, place: DOMRect, style: CSSStyleDeclaration): void {
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0
  context.beginPath()
  context.roundRect(place.left, place.top, place.width, place.height, radius)
  context.fillStyle = style.backgroundColor
  context.fill()
  const widths = sides.map((side) => Number.parseFloat(style[`border${side}Width`]) || 0)
  const [width = 0] = widths
  if (width > 0 && widths.every((other) => other === width)) {
    context.beginPath()
    context.roundRect(
      place.left + width / 2,
      place.top + width / 2,
      place.width - width,
      place.height - width,
      Math.max(0, radius - width / 2),
    )
    context.strokeStyle = style.borderTopColor
    context.lineWidth = width
    context.stroke()
    return
  }
  for (const [at, side] of sides.entries()) paintSide(context, place, style, side, widths[at] ?? 0)
}

function paintSide(
  context: CanvasRenderingContext2D,
  { left, top, right, bottom }: DOMRect,
  style: CSSStyleDeclaration,
  side: (typeof sides)[number],
  width: number,
): void {
  if (width === 0) return
  const inset = width / 2
  const line = {
    Top: [left, top + inset, right, top + inset],
    Right: [right - inset, top, right - inset, bottom],
    Bottom: [left, bottom - inset, right, bottom - inset],
    Left: [left + inset, top, left + inset, bottom],
  } as const
  const [fromX, fromY, toX, toY] = line[side]
  context.save()
  context.strokeStyle = style[`border${side}Color`]
  context.lineWidth = width
  if (style[`border${side}Style`] === 'dashed') context.setLineDash([3 * width, 3 * width])
  context.beginPath()
  context.moveTo(fromX, fromY)
  context.lineTo(toX, toY)
  context.stroke()
  context.restore()
}
