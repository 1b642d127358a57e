import type { Lead } from '#contract/lead.ts'

/** Who the leads are: only where a person ticked it, and shown before it is sent. What is not known is left out. */
export function personalLines(leads: readonly Lead[]): readonly string[] {
  return leads.map(({ id, uniqueCode, firstName, lastName, phone, email }) => {
    const name = [firstName, lastName].filter(Boolean).join(' ')
    return `${uniqueCode || id}: ${[name, phone, email].filter(Boolean).join(', ')}`
  })
}
