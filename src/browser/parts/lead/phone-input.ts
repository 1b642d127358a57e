import { limits } from '#contract/limits.ts'
import { phoneDigits } from '#words/phone-format.ts'

/** Fewer digits than this are no phone number anywhere. */
const leastDigits = 6
/** From this many digits after 0 or 62 on, a phone tells leads apart. */
const tellingDigits = 7

const links =
  /^(?:(?:tel|whatsapp|sms|callto):|(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?))/i

/**
 * A phone as it is sent: links of telephones and WhatsApp are taken off ('tel:+62…', 'wa.me/62812…?text=…'), so are the
 * invisible marks that come with pasted numbers; a nought in brackets behind a country code is not dialled. What is longer
 * than Konektor takes loses its spaces and dashes. Anything else stays as it was typed: what is no phone is told, not bent.
 */
export function cleanPhone(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Dash}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const text = withoutLink(plain).replace(/^(\+\d{1,3}|62) ?\(0\) ?/, '$1 ')
  const isSpacedOut = text.length > limits.phone && /^\+?[\d ().-]+$/.test(text)
  return isSpacedOut ? text.replace(/[ ().-]/g, '') : text
}

function withoutLink(text: string): string {
  if (!links.test(text)) return text
  const rest = text.replace(links, '')
  const named = /(?:^|[?&])phone=([^&]*)/i.exec(rest)?.[1]
  const number = named ?? rest.replace(/[?;#].*$/, '').replace(/^\/+|\/+$/g, '')
  return number.replace(/%2b/gi, '+').replace(/%20/g, ' ').trim()
}

/** True for what can be a phone number: six digits or more, and nothing but what people write between them. */
export function isPhone(text: string): boolean {
  return /^[\d +\-()./]*$/.test(text) && text.replace(/\D/g, '').length >= leastDigits
}

/** The digits by which leads of the same phone are found, '' where there are too few to tell. */
export function tellingPhone(typed: string): string {
  const text = cleanPhone(typed)
  if (!isPhone(text)) return ''
  const digits = phoneDigits(text)
  return digits.replace(/^62/, '').length >= tellingDigits ? digits : ''
}
