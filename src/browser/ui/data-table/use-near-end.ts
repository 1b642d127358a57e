import { useEffect, useEffectEvent, useRef } from 'react'

/** So many rows before the end the next ones are asked for. */
const rowsAhead = 15

interface NearEndInput {
  readonly lastIndex: number
  readonly count: number
  readonly canLoadMore: boolean
  /** Names what the rows answer. */
  readonly question: string
  readonly onNearEnd: () => void
}

/** Asks for more rows as the end comes near; once for each number of rows, so that pages without a row to show do not ask for ever. */
export function useNearEnd({ lastIndex, count, canLoadMore, question, onNearEnd }: NearEndInput): void {
  const asked = useRef('')
  const lastCount = useRef(0)
  const ask = useEffectEvent(onNearEnd)
  useEffect(() => {
    // A list that got shorter was begun again, and may grow again.
    if (count < lastCount.current) asked.current = ''
    lastCount.current = count
    const key = `${question} ${count}`
    if (!canLoadMore || count === 0 || lastIndex < count - rowsAhead || asked.current === key) return
    asked.current = key
    ask()
  }, [lastIndex, count, canLoadMore, question])
}
