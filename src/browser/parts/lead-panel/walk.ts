/** The leads in the order they had when one was opened: what changes in the list meanwhile does not move the walk. */
export interface Walk {
  readonly ids: readonly string[]
  /** How many the list had in all; null where nobody knows. */
  readonly total: number | null
}

export interface WalkStep {
  /** From 1; null for a lead that is not in the walk. */
  readonly position: number | null
  readonly previous: string | null
  readonly next: string | null
}

export function stepOf(walk: Walk, id: string): WalkStep {
  const index = walk.ids.indexOf(id)
  if (index < 0) return { position: null, previous: null, next: null }
  return { position: index + 1, previous: walk.ids[index - 1] ?? null, next: walk.ids[index + 1] ?? null }
}

/** Adds what was loaded since at the end; the order so far stays. */
export function extendWalk(walk: Walk, ids: readonly string[]): Walk {
  const known = new Set(walk.ids)
  const added = ids.filter((id) => !known.has(id))
  return added.length === 0 ? walk : { ...walk, ids: [...walk.ids, ...added] }
}
