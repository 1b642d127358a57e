import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { ReadPurpose } from '#contract/headers.ts'

/** True while a person's wish to look again sets off its calls: they begin before `askAnew` returns. */
let isAsking = false

/** Lets what is asked meanwhile pass over what the proxy keeps (safety S26): a person wants to see how it stands now. */
export function askAnew(ask: () => unknown): void {
  isAsking = true
  try {
    ask()
  } finally {
    isAsking = false
  }
}

/** What a call is for that begins now, as far as nobody knows more. */
export function purposeNow(): ReadPurpose | undefined {
  return isAsking ? 'anew' : undefined
}

/** What the read of a query is for that begins now. Where there was an answer before, nobody waits: it steps back for who does. */
export function purposeOfRead({ client, queryKey }: { readonly client: QueryClient; readonly queryKey: QueryKey }) {
  const hasAnswer = (client.getQueryState(queryKey)?.dataUpdateCount ?? 0) > 0
  return purposeNow() ?? (hasAnswer ? 'refresh' : undefined)
}
