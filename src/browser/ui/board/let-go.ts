import { placeAround } from './held.ts'

/**
 * Watches where a pointer is let go. What is drawn can lag behind a quick hand, and with it what the library takes to be
 * beneath: a card must land where it was let go. Gives the way to stop, which tells the place; null outside all of them.
 */
export function watchLetGo(): () => string | null {
  let place: string | null = null
  const onMouse = ({ clientX, clientY }: MouseEvent) => {
    place = placeAt(clientX, clientY)
  }
  const onTouch = ({ changedTouches: [touch] }: TouchEvent) => {
    if (touch !== undefined) place = placeAt(touch.clientX, touch.clientY)
  }
  // Before the library's own listeners, which stand at the document and end the move.
  addEventListener('mouseup', onMouse, { capture: true })
  addEventListener('touchend', onTouch, { capture: true })
  return () => {
    removeEventListener('mouseup', onMouse, { capture: true })
    removeEventListener('touchend', onTouch, { capture: true })
    return place
  }
}

/** The topmost place at a point of the window: a message may lie above it. */
function placeAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const place = placeAround(element)
    if (place !== null) return place
  }
  return null
}
