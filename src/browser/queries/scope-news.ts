import type { Endpoint } from '#contract/endpoint.ts'

type Scope = NonNullable<Endpoint['scope']>

/** What answers in this page have shown of the key's scopes. The proxy keeps the record; this only tells that it changed. */
const seen = new Map<Scope, 'works' | 'missing'>()
const listeners = new Set<() => void>()

/** Tells the listeners where an answer shows something new of a scope: the first one, or one that differs. */
export function noteScope(scope: Scope | null, state: 'works' | 'missing'): void {
  if (scope === null || seen.get(scope) === state) return
  seen.set(scope, state)
  for (const listener of listeners) listener()
}

/** Gives the way to listen no more. */
export function onScopeNews(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
