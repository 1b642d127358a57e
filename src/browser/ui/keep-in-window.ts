/** Pixels between a floating panel and the edge of the window. */
const margin = 8

/** Shifts a floating panel sideways that would reach over the window's edge, as beside a control in the middle of a phone. */
export function keepInWindow(panel: HTMLElement): void {
  panel.style.translate = ''
  const { left, right } = panel.getBoundingClientRect()
  const over = right - (document.documentElement.clientWidth - margin)
  const shift = left < margin ? margin - left : over > 0 ? -Math.min(over, left - margin) : 0
  if (shift !== 0) panel.style.translate = `${shift}px`
}
