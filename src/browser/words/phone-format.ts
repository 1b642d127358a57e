/** The digits of a phone in international form, without plus: 0812…, 62812…, 0062 812… and +62 812… give 62812…; '' where there are none. */
export function phoneDigits(phone: string | null | undefined): string {
  const digits = (phone ?? '').replace(/\D/g, '')
  if (digits.startsWith('00')) return digits.slice(2)
  return digits.startsWith('0') ? `62${digits.slice(1)}` : digits
}

/** A phone as people in Indonesia read it: 0812-3456-7890. Numbers of other countries, and odd ones, stay as given. */
export function formatPhone(phone: string | null | undefined): string {
  const given = (phone ?? '').trim()
  const digits = phoneDigits(given)
  if (!/^628\d{7,11}$/.test(digits)) return given
  const local = `0${digits.slice(2)}`
  return `${local.slice(0, 4)}-${local.slice(4, 8)}-${local.slice(8)}`
}
