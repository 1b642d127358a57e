import { useEffect, useEffectEvent, useRef } from 'react'

/** Once nothing is open any more, the focus goes back to what was. */
export function useFocusReturn(openId: string | null, focus: (id: string) => void): void {
  const last = useRef<string | null>(null)
  const giveBack = useEffectEvent(focus)
  useEffect(() => {
    if (openId === null && last.current !== null) giveBack(last.current)
    last.current = openId
  }, [openId])
}
