import { useEffect, useRef } from 'react'

/** Whether this is still on screen, for what happens after an answer came late. */
export function useMounted(): () => boolean {
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  return () => isMounted.current
}
