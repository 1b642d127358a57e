import { useEffect, useSyncExternalStore } from 'react'

interface Notice {
  readonly text: string
}

/** How long a notice stays, in milliseconds. */
const shownForMs = 6000

let current: Notice | null = null
const listeners = new Set<() => void>()

function show(notice: Notice | null): void {
  current = notice
  for (const listener of listeners) listener()
}

/** Says something that happened, on whatever page comes next: "Saved". Never trouble: that stays where it arose. */
export function announce(text: string): void {
  show({ text })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The one place where notices appear; always in the page, so that readers hear what comes into it. */
export function NoticeLine() {
  const notice = useSyncExternalStore(subscribe, () => current)
  useEffect(() => {
    if (notice === null) return
    const timer = setTimeout(() => show(null), shownForMs)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <div role="status" className="flex">
      {notice !== null && (
        <p className="max-w-full rounded bg-ink px-3.5 py-2 text-sm text-surface shadow-float">{notice.text}</p>
      )}
    </div>
  )
}
