import { createContext, useContext } from 'react'
import type { DateFormat } from '#words/date-format.ts'
import type { NumberFormat } from '#words/number-format.ts'

/** What every row needs and none should look up for itself. */
export interface RowFacts {
  readonly numbers: NumberFormat
  readonly dates: DateFormat
  /** Epoch milliseconds, of the minute. */
  readonly now: number
  readonly memberName: (id: string | null | undefined) => string
  /** Leads dealt with in this round through the list: their rows show a tick. */
  readonly doneIds: ReadonlySet<string>
  /** Where a row's link goes. */
  readonly leadPlace: (id: string) => { readonly to: string; readonly state: unknown }
}

const RowFactsContext = createContext<RowFacts | null>(null)
export const RowFactsProvider = RowFactsContext

export function useRowFacts(): RowFacts {
  const facts = useContext(RowFactsContext)
  if (facts === null) throw new Error('useRowFacts needs a RowFactsProvider')
  return facts
}
