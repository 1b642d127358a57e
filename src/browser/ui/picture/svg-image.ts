/** A drawing of the page as an image, with the room around it that its marks may reach into. */
export interface Drawing {
  readonly image: HTMLImageElement
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Pixels around a drawing: half a dot lies over the edge where its number is 0. */
const bleed = 8
const density = 2

/** What a style sheet may have set and an image would not know: it stands outside of the page. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-dasharray',
  'opacity',
] as const

/** Every drawing of an element, each as an image of its own, as tall and wide as it stands there. */
export async function loadDrawings(element: Element): Promise<ReadonlyMap<Element, Drawing>> {
  const drawings = [...element.querySelectorAll('svg')].filter((svg) => svg.closest('button, a') === null)
  return new Map(await Promise.all(drawings.map(async (svg) => [svg, await drawingOf(svg)] as const)))
}

async function drawingOf(svg: SVGSVGElement): Promise<Drawing> {
  const place = svg.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(standalone(svg, place)))}`
  await image.decode()
  return {
    image,
    left: place.left - bleed,
    top: place.top - bleed,
    width: place.width + 2 * bleed,
    height: place.height + 2 * bleed,
  }
}

/** A copy that needs no style sheet. */
function standalone(svg: SVGSVGElement, place: DOMRect): Node {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [originals, copies] = [
    [svg, ...svg.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ]
  for (const [at, part] of copies.entries()) {
    const original = originals[at]
    if (original === undefined) continue
    const style = getComputedStyle(original)
    for (const property of properties) part.setAttribute(property, style.getPropertyValue(property))
    // In the picture strokes grow with the drawing.
    for (const attribute of ['style', 'class', 'vector-effect']) part.removeAttribute(attribute)
  }
  const [width, height] = [svg.viewBox.baseVal.width || place.width, svg.viewBox.baseVal.height || place.height]
  const [bleedX, bleedY] = [(bleed * width) / place.width, (bleed * height) / place.height]
  copy.setAttribute('viewBox', [-bleedX, -bleedY, width + 2 * bleedX, height + 2 * bleedY].join(' '))
  copy.setAttribute('width', String((place.width + 2 * bleed) * density))
  copy.setAttribute('height', String((place.height + 2 * bleed) * density))
  copy.setAttribute('preserveAspectRatio', 'none')
  return copy
}
