import type { AdPlatform, LeadStatus } from './vocabularies.ts'

/** Platforms that receive an event by default; the others receive nothing. Google counts as GA4. */
export type EventPlatform = Extract<AdPlatform, 'meta' | 'google' | 'tiktok' | 'linkedin'>

/** The conversion event a status sends by default; a workspace can change it. Source: the product's public documentation. */
export const defaultEvents: Readonly<Record<LeadStatus, Readonly<Record<EventPlatform, string>>>> = {
  pageview: { meta: 'PageView', google: 'page_view', tiktok: 'ViewContent', linkedin: 'PAGE_VIEW' },
  new: { meta: 'AddToCart', google: 'generate_lead', tiktok: 'ViewContent', linkedin: 'PAGE_VIEW' },
  contacted: { meta: 'Contact', google: 'working_lead', tiktok: 'Contact', linkedin: 'CONTACT' },
  responded: { meta: 'Lead', google: 'working_lead', tiktok: 'Lead', linkedin: 'LEAD' },
  qualified: { meta: 'Lead', google: 'qualify_lead', tiktok: 'Lead', linkedin: 'QUALIFIED_LEAD' },
  hot: { meta: 'SubmitApplication', google: 'working_lead', tiktok: 'SubmitApplication', linkedin: 'QUALIFIED_LEAD' },
  proposal: { meta: 'InitiateCheckout', google: 'working_lead', tiktok: 'InitiateCheckout', linkedin: 'REQUEST_QUOTE' },
  negotiation: { meta: 'AddPaymentInfo', google: 'working_lead', tiktok: 'AddPaymentInfo', linkedin: 'REQUEST_QUOTE' },
  invoice: { meta: 'AddPaymentInfo', google: 'add_payment_info', tiktok: 'AddPaymentInfo', linkedin: 'REQUEST_QUOTE' },
  won: { meta: 'Purchase', google: 'purchase', tiktok: 'Purchase', linkedin: 'PURCHASE' },
  lost: { meta: 'Archive', google: 'close_unconvert_lead', tiktok: 'ViewContent', linkedin: 'Archive' },
}

/** The default event of a status on a platform; null where nothing is sent, or either is unknown to us. */
export function defaultEvent(status: string | null | undefined, platform: string | null | undefined): string | null {
  const row: Readonly<Record<string, string>> | undefined = own(defaultEvents, status)
  return row === undefined ? null : (own(row, platform) ?? null)
}

/** Looks a key up without falling through to the prototype: the key comes from the wire. */
function own<T>(record: Readonly<Record<string, T>>, key: string | null | undefined): T | undefined {
  return key != null && Object.hasOwn(record, key) ? record[key] : undefined
}
