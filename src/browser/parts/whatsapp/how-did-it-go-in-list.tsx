import { lazy, Suspense } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useDueOutings } from './use-outings.ts'

const HowDidItGo = lazy(() => import('./how-did-it-go.tsx').then((module) => ({ default: module.HowDidItGo })))

/** The question where no lead is open: of the last one that was left for from a row of the list. */
export function HowDidItGoInList({ leads }: { readonly leads: readonly Lead[] }) {
  const ids = useDueOutings().map(({ leadId }) => leadId)
  const lead = leads.findLast(({ id }) => id === ids.at(-1))
  if (lead === undefined) return null
  return (
    <Suspense fallback={null}>
      <HowDidItGo lead={lead} isNamed />
    </Suspense>
  )
}
