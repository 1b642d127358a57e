import type { ComponentType } from 'react'

/** A component whose code is fetched apart, and how that stands. */
export interface LatePart<Props> {
  /** null until it is there. */
  readonly component: () => ComponentType<Props> | null
  /** True once a try has failed, until one works. */
  readonly hasFailed: () => boolean
  /** Fetches it, unless it is there or on its way; never rejects. */
  readonly fetch: () => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * Splits a component off, to be drawn by `Late`. Unlike with React's `lazy` a failed fetch is not for ever, and breaks
 * nothing around it: a phone is offline when it is, and the code comes when it is back.
 */
export function latePart<Props>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  let component: ComponentType<Props> | null = null
  let hasFailed = false
  let loading: Promise<void> | null = null
  const listeners = new Set<() => void>()

  async function tryToFetch(): Promise<void> {
    try {
      component = await load()
      hasFailed = false
    } catch {
      hasFailed = true
    }
    loading = null
    for (const listener of listeners) listener()
  }

  return {
    component: () => component,
    hasFailed: () => hasFailed,
    fetch: () => {
      if (component !== null) return Promise.resolve()
      loading ??= tryToFetch()
      return loading
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
