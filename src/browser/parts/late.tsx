import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { LatePart } from './late-part.ts'

/** Milliseconds between two tries while the code cannot be fetched. */
const tryAgainAfterMs = 3000

interface LateProps<Props> {
  readonly part: LatePart<Props>
  readonly props: Props
  /** Until the code is there. */
  readonly fallback?: ReactNode
  /** Instead of it once a try has failed; behind it the tries go on. */
  readonly failing?: ReactNode
}

/** Draws a part whose code is fetched apart, as soon as it is there. */
export function Late<Props extends object>({ part, props, fallback = null, failing = fallback }: LateProps<Props>) {
  const Component = useSyncExternalStore(part.subscribe, part.component)
  const isFailing = useSyncExternalStore(part.subscribe, part.hasFailed)
  useEffect(() => {
    if (Component !== null) return
    const again = () => void part.fetch()
    again()
    const timer = setInterval(again, tryAgainAfterMs)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [Component, part])
  if (Component === null) return isFailing ? failing : fallback
  return <Component {...props} />
}
