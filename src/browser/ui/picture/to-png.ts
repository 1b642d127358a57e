import { paintElement } from './paint-element.ts'
import { headHeight, type PictureHead, paintHead } from './paint-head.ts'
import { loadDrawings } from './svg-image.ts'

/** Pixels of the picture for one of the page: sharp on paper and on dense screens. */
const density = 2
/** Pixels of the page around the element. */
const margin = 24

/**
 * A picture of a part of the page as it stands there, in its theme, under a head that says what it is of. Boxes, drawings
 * and text are painted from where the browser laid them out; controls and what opens over them are left out.
 */
export async function toPng(element: HTMLElement, head: PictureHead): Promise<Blob> {
  await document.fonts.ready
  const drawings = await loadDrawings(element)
  const place = element.getBoundingClientRect()
  const top = margin + headHeight(head) + margin / 2
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil((place.width + 2 * margin) * density)
  canvas.height = Math.ceil((top + place.height + margin) * density)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser has no canvas')
  context.scale(density, density)
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  paintHead(context, head, element, { left: margin, top: margin, width: place.width })
  context.translate(margin - place.left, top - place.top)
  paintElement(context, element, drawings)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture is too large')) : resolve(blob)),
      'image/png',
    )
  })
}
