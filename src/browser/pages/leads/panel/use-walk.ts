import { useState } from 'react'
import { extendWalk, stepOf, type Walk, type WalkStep } from './walk.ts'

interface WalkInput {
  readonly openId: string | null
  /** Ids of the rows shown, in order; null until they are here. */
  readonly ids: readonly string[] | null
  readonly total: number | null
}

interface WalkControl extends WalkStep {
  readonly total: number | null
  /** Whether rows are loaded that the walk does not hold. */
  readonly hasBeyond: boolean
  /** Takes in what is loaded, now or next. */
  readonly extend: () => void
}

const standing: WalkStep = { position: null, previous: null, next: null }

/** Freezes the order of the rows when a lead is opened, and lets it go when it is closed. */
export function useWalk({ openId, ids, total }: WalkInput): WalkControl {
  const [walk, setWalk] = useState<Walk | null>(null)
  const [isExtending, setExtending] = useState(false)
  if (openId === null && walk !== null) setWalk(null)
  if (openId === null && isExtending) setExtending(false)
  if (openId !== null && walk === null && ids !== null) setWalk({ ids, total })
  if (isExtending && walk !== null && ids !== null) {
    const longer = extendWalk(walk, ids)
    if (longer !== walk) {
      setWalk(longer)
      setExtending(false)
    }
  }
  return {
    ...(openId === null || walk === null ? standing : stepOf(walk, openId)),
    total: walk?.total ?? null,
    hasBeyond: walk !== null && ids !== null && extendWalk(walk, ids) !== walk,
    extend: () => setExtending(true),
  }
}
