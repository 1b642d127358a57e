import { useSyncExternalStore } from 'react'

/** From here on there is room for a table; the same number as `screens.md` of the Tailwind configuration. */
const query = '(min-width: 768px)'

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** True where a table fits, false on a phone. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
