import { useSyncExternalStore } from 'react'

/** From here on there is room for columns; the same number as `screens.md` of the Tailwind configuration. */
const query = '(min-width: 768px)'

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** The same, at this moment. */
export function isWideNow(): boolean {
  return matchMedia(query).matches
}

/** True where columns fit, false on a phone: for what only a program can lay out, as a chart. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWideNow)
}
