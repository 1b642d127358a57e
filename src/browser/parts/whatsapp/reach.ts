import type { Lead } from '#contract/lead.ts'
import { phoneDigits } from '#words/phone-format.ts'

/**
 * The digits to dial from anywhere, or '' where a phone has none that could be a number (ITU E.164: up to 15). A bare 8… is
 * a mobile of Indonesia written without its nought; 00 stands for +.
 */
export function internationalDigits(phone: string | null | undefined): string {
  const given = (phone ?? '').trim()
  const bare = given.replace(/\D/g, '')
  const digits = bare.startsWith('00')
    ? bare.slice(2)
    : !given.startsWith('+') && /^8\d{8,11}$/.test(bare)
      ? `62${bare}`
      : phoneDigits(given)
  return /^\d{8,15}$/.test(digits) ? digits : ''
}

/** The chat with a number; `text` waits in its box and is sent by nobody but the person. */
export function chatLink(digits: string, text: string): string {
  return text === ''
    ? `https://wa.me/${digits}`
    : `https://wa.me/${digits}?text=${encodeURIComponent(wellFormed(text))}`
}

/** Half a character, as a cut name may end in, cannot be written into an address. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** '' where there is no address. */
export function mailLink(email: string | null | undefined): string {
  const given = (email ?? '').trim()
  return given === '' ? '' : `mailto:${encodeURIComponent(wellFormed(given)).replace('%40', '@')}`
}

/** The name to greet with: the first name as given. */
export function greetingName(lead: Pick<Lead, 'firstName'>): string {
  return (lead.firstName ?? '').trim()
}
