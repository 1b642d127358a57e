import { useSyncExternalStore } from 'react'
import type { Lead } from '#contract/lead.ts'

/** What is asked of a person about one lead, wherever on the screen the question came from. One at a time. */
export interface Asked {
  readonly kind: 'status' | 'won' | 'lost' | 'assign' | 'member-id' | 'priority' | 'estimatedValue' | 'actualValue'
  /** As it was shown when the question was put: that is what its answer is compared with. */
  readonly lead: Lead
  /** What a menu opens beside; null for the middle of the screen. */
  readonly anchor: Element | null
}

let current: Asked | null = null
const listeners = new Set<() => void>()

function set(next: Asked | null): void {
  current = next
  for (const listener of listeners) listener()
}

export function ask(kind: Asked['kind'], lead: Lead, anchor: Element | null = null): void {
  set({ kind, lead, anchor })
}

/** Ends a question. Another one put meanwhile stays. */
export function endAsking(asked: Asked): void {
  if (current === asked) set(null)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useAsked(): Asked | null {
  return useSyncExternalStore(subscribe, () => current)
}
