/** What a picture is of, in words: it leaves the page that says so. */
export interface PictureHead {
  readonly title: string
  readonly lines: readonly string[]
  /** In the colour of warnings; null where nothing is to be warned of. */
  readonly warning: string | null
}

/** Pixels. */
const titleLine = 24
const smallLine = 18

export function headHeight({ lines, warning }: PictureHead): number {
  return titleLine + smallLine * (lines.length + (warning === null ? 0 : 1))
}

/** The words above the picture, in the type and the colours of the page. A line too long for the width is pressed together. */
export function paintHead(
  context: CanvasRenderingContext2D,
  { title, lines, warning }: PictureHead,
  element: Element,
  place: { readonly left: number; readonly top: number; readonly width: number },
): void {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name)
  let baseline = place.top
  const write = (text: string, height: number, font: string, colour: string) => {
    baseline += height
    context.font = `${font} ${style.fontFamily}`
    context.fillStyle = colour
    context.fillText(text, place.left, baseline - 6, place.width)
  }
  write(title, titleLine, '600 16px', token('--ink'))
  for (const line of lines) write(line, smallLine, '400 12px', token('--ink-2'))
  if (warning !== null) write(warning, smallLine, '600 12px', token('--warn'))
}
