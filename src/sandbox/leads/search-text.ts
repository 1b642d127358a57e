/** Keeps a match from running over two fields; nobody types it. */
const separator = '\u001f'

export interface Searchable {
  readonly firstName: string
  readonly lastName: string | null
  readonly email: string | null
  readonly uniqueCode: string | null
  readonly externalRef: string | null
}

/** What the case-insensitive search looks through: first, last and full name, address, code, reference. */
export function searchText(lead: Searchable): string {
  const name = lead.lastName === null ? lead.firstName : `${lead.firstName} ${lead.lastName}`
  const parts = `${name}${separator}${lead.email ?? ''}${separator}${lead.uniqueCode ?? ''}${separator}${lead.externalRef ?? ''}`
  return parts.toLowerCase()
}

/** One number has three written forms, 0812…, 62812…, +62812…: digits only, with the country code. */
export function phoneDigits(phone: string | null): string {
  if (phone === null) return ''
  const digits = phone.replace(/\D/g, '')
  return /^0[1-9]/.test(digits) ? `62${digits.slice(1)}` : digits
}

/** The digits to look for in phones; null where the search is not written as a number. */
export function searchedDigits(search: string): string | null {
  return /^[\d\s()+.-]*\d[\d\s()+.-]*$/.test(search) ? phoneDigits(search) : null
}

/** A `like` pattern that finds the text anywhere, with its own wildcards taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
