import { type RefObject, useEffect, useRef } from 'react'

/** How near to the edge a held card asks for the neighbour, in pixels. */
const edge = 44
const firstAfterMs = 250
const thenEveryMs = 750

/** While a card is held near the left or right edge, the board goes on by one screen at a time. */
export function useEdgeSteps(root: RefObject<HTMLElement | null>) {
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])
  const start = () => {
    const scroller = root.current?.querySelector('[data-board-scroller]')
    if (!(scroller instanceof HTMLElement)) return
    const { left, right } = scroller.getBoundingClientRect()
    let direction = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const step = () => {
      scroller.scrollBy({ left: direction * scroller.clientWidth, behavior: 'smooth' })
      timer = setTimeout(step, thenEveryMs)
    }
    const look = (x: number) => {
      const next = x < left + edge ? -1 : x > right - edge ? 1 : 0
      if (next === direction) return
      direction = next
      clearTimeout(timer)
      if (next !== 0) timer = setTimeout(step, firstAfterMs)
    }
    const onMouse = (event: MouseEvent) => look(event.clientX)
    const onTouch = (event: TouchEvent) => {
      const [touch] = event.touches
      if (touch !== undefined) look(touch.clientX)
    }
    addEventListener('mousemove', onMouse, { passive: true })
    addEventListener('touchmove', onTouch, { passive: true })
    stop.current = () => {
      clearTimeout(timer)
      removeEventListener('mousemove', onMouse)
      removeEventListener('touchmove', onTouch)
    }
  }
  return { start, stop: () => stop.current() }
}
