import { paintBox } from './paint-box.ts'
import { paintText } from './paint-text.ts'
import type { Drawing } from './svg-image.ts'

/** Nothing to press or to point at in a picture. */
const leftOut = 'button, select, input, [data-tip], [data-mark]'

/** Paints an element and all in it where the browser has laid it out, in the order of the page. */
export function paintElement(
  context: CanvasRenderingContext2D,
  element: Element,
  drawings: ReadonlyMap<Element, Drawing>,
): void {
  const style = getComputedStyle(element)
  if (element.matches(leftOut) || style.display === 'none' || style.visibility === 'hidden') return
  const drawing = drawings.get(element)
  if (drawing !== undefined) {
    context.drawImage(drawing.image, drawing.left, drawing.top, drawing.width, drawing.height)
    return
  }
  const place = element.getBoundingClientRect()
  context.save()
  context.globalAlpha *= Number(style.opacity)
  paintBox(context, place, style)
  if (style.overflowX !== 'visible') {
    context.beginPath()
    context.rect(place.left, place.top, place.width, place.height)
    context.clip()
  }
  for (const node of element.childNodes) {
    if (node instanceof Element) paintElement(context, node, drawings)
    else if (node instanceof Text) paintText(context, node, style)
  }
  context.restore()
}
