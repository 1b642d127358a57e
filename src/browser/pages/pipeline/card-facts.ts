import { createContext, useContext } from 'react'
import type { DateFormat } from '#words/date-format.ts'
import type { NumberFormat } from '#words/number-format.ts'

/** What every card needs and none should look up for itself. */
export interface CardFacts {
  readonly numbers: NumberFormat
  readonly dates: DateFormat
  /** Epoch milliseconds, of the minute. */
  readonly now: number
  readonly memberName: (id: string | null | undefined) => string
  /** Where a card's link goes. */
  readonly leadPlace: (id: string) => string
}

const CardFactsContext = createContext<CardFacts | null>(null)
export const CardFactsProvider = CardFactsContext

export function useCardFacts(): CardFacts {
  const facts = useContext(CardFactsContext)
  if (facts === null) throw new Error('useCardFacts needs a CardFactsProvider')
  return facts
}

/** The element that tells how a card is moved by keys. */
export const instructionsId = 'pipeline-instructions'
