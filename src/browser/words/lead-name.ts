import * as m from './compiled/messages.js'

/** First and last name as one, or words for a lead without either. */
export function leadName(lead: { firstName?: string | null; lastName?: string | null }): string {
  const name = [lead.firstName, lead.lastName].filter((part) => part != null && part.trim() !== '').join(' ')
  return name === '' ? m.lead_unnamed() : name
}
