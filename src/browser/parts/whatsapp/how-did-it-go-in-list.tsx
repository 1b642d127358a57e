import type { Lead } from '#contract/lead.ts'
import { Late } from '../late.tsx'
import { latePart } from '../late-part.ts'
import { useDueOutings } from './use-outings.ts'

const howDidItGo = latePart(() => import('./how-did-it-go.tsx').then((module) => module.HowDidItGo))

/** The question where no lead is open: of the last one that was left for from a row of the list. */
export function HowDidItGoInList({ leads }: { readonly leads: readonly Lead[] }) {
  const ids = useDueOutings().map(({ leadId }) => leadId)
  const lead = leads.findLast(({ id }) => id === ids.at(-1))
  if (lead === undefined) return null
  return <Late part={howDidItGo} props={{ lead, isNamed: true }} />
}
