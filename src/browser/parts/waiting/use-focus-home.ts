import { type FocusEvent, useEffect, useRef } from 'react'

/** Focus handlers for a list whose lines vanish, and what to call whenever some may have. */
export interface FocusHome {
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: () => void
  readonly bringHome: () => void
}

/** When the control that has the focus goes away with its line, the focus returns to where it was before the list. */
export function useFocusHome(): FocusHome {
  const home = useRef<Element | null>(null)
  const isInside = useRef(false)
  const bringHome = () => {
    if (!isInside.current || document.activeElement !== document.body) return
    isInside.current = false
    const target = home.current?.isConnected ? home.current : document.getElementById('content')
    if (target instanceof HTMLElement) target.focus({ preventScroll: true })
  }
  useEffect(bringHome)
  return {
    onFocus: ({ currentTarget, relatedTarget }) => {
      isInside.current = true
      if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) home.current = relatedTarget
    },
    // Not told for what is taken off the page: then it still counts as inside.
    onBlur: () => {
      isInside.current = false
    },
    bringHome,
  }
}
