/** As much of an `AbortSignal` as a call needs. The platform's own costs more to make than all checks of a read together. */
export interface LeaveSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** A signal with what sets it off, once. */
export function createLeave(): { readonly signal: LeaveSignal; leave(): void } {
  const listeners = new Set<() => void>()
  let aborted = false
  return {
    signal: {
      get aborted() {
        return aborted
      },
      addEventListener: (_, listener) => void listeners.add(listener),
      removeEventListener: (_, listener) => void listeners.delete(listener),
    },
    leave() {
      if (aborted) return
      aborted = true
      for (const listener of [...listeners]) listener()
    },
  }
}
