import { useState } from 'react'
import { useOwnWrites } from '#queries/own-writes.ts'
import { extendWalk, stepOf, type Walk, type WalkStep } from './walk.ts'
import { beginRound, doneIdsOf, followRound, type Round } from './walk-round.ts'

interface WalkInput {
  readonly openId: string | null
  /** Ids of the rows shown, in order; null until they are here. */
  readonly ids: readonly string[] | null
  readonly total: number | null
  /** Names what the rows answer: another question begins another round. */
  readonly question: string
}

export interface WalkControl extends WalkStep {
  readonly total: number | null
  /** Leads dealt with since the first was opened, whether or not they still match: their rows show a tick until Refresh. */
  readonly doneIds: ReadonlySet<string>
  /** How many of them the walk holds. */
  readonly doneCount: number
  /** Whether rows are loaded that the walk does not hold. */
  readonly hasBeyond: boolean
  /** Takes in what is loaded, now or next. */
  readonly extend: () => void
  /** Begins the count of what is done anew; to be called where a person refreshes the list. */
  readonly forgetDone: () => void
}

const standing: WalkStep = { position: null, previous: null, next: null }
const nobody: ReadonlySet<string> = new Set()

/**
 * Freezes the order of the rows when a lead is opened, and lets it go when it is closed. What is done outlives closing: on a
 * phone people go back to the list between any two leads.
 */
export function useWalk({ openId, ids, total, question }: WalkInput): WalkControl {
  const writes = useOwnWrites()
  const [walk, setWalk] = useState<Walk | null>(null)
  const [isExtending, setExtending] = useState(false)
  const [round, setRound] = useState<Round | null>(null)
  const [roundQuestion, setRoundQuestion] = useState(question)
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
  if (roundQuestion !== question) {
    setRoundQuestion(question)
    setRound(openId === null ? null : beginRound(writes))
  } else {
    const next = round !== null ? followRound(round, writes) : openId === null ? null : beginRound(writes)
    if (next !== round) setRound(next)
  }
  const doneIds = round === null ? nobody : doneIdsOf(round)
  return {
    ...(openId === null || walk === null ? standing : stepOf(walk, openId)),
    total: walk?.total ?? null,
    doneIds,
    doneCount: walk === null ? 0 : walk.ids.filter((id) => doneIds.has(id)).length,
    hasBeyond: walk !== null && ids !== null && extendWalk(walk, ids) !== walk,
    extend: () => setExtending(true),
    forgetDone: () => setRound(openId === null ? null : beginRound(writes)),
  }
}
