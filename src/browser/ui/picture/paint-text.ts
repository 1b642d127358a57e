/** Words are painted whole, so that scripts that join their letters stay right; numbers figure by figure, which keeps columns of them straight. */
const pieces = /[\d.,%–-]|[^\s\d.,%–-]+/gu

/** Paints a text at the places where the browser has laid out its words. */
export function paintText(context: CanvasRenderingContext2D, text: Text, style: CSSStyleDeclaration): void {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing
  context.fillStyle = style.color
  const range = document.createRange()
  for (const { index, 0: piece } of text.data.matchAll(pieces)) {
    for (const part of unbroken(range, text, index, piece)) paintPart(context, range, text, part)
  }
}

interface Part {
  readonly index: number
  readonly text: string
}

function paintPart(context: CanvasRenderingContext2D, range: Range, text: Text, part: Part): void {
  range.setStart(text, part.index)
  range.setEnd(text, part.index + part.text.length)
  const [place] = range.getClientRects()
  // What is there for readers alone stands in a box of one pixel.
  if (place === undefined || place.width === 0) return
  // The box of a line of text reaches from the font's ascent to its descent.
  const { width, fontBoundingBoxAscent } = context.measureText(part.text)
  // The page may give a figure more room than a canvas would: figures of one width.
  const inset = part.text.length === 1 ? (place.width - width) / 2 : 0
  context.fillText(part.text, place.left + inset, place.top + fontBoundingBoxAscent)
}

/** A word that goes on in the next line is painted letter by letter. */
function unbroken(range: Range, text: Text, index: number, piece: string): readonly Part[] {
  range.setStart(text, index)
  range.setEnd(text, index + piece.length)
  if (range.getClientRects().length < 2) return [{ index, text: piece }]
  return [...new Intl.Segmenter().segment(piece)].map((letter) => ({
    index: index + letter.index,
    text: letter.segment,
  }))
}
