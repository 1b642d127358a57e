/** A UUIDv7 (RFC 9562) for an instant in Unix ms; `random` gives whole numbers below 2^32. Ids sort by time. */
export function leadId(instantMs: number, random: () => number): string {
  const high = Math.floor(instantMs / 0x1_0000)
  const a = random()
  const b = random()
  const c = random()
  const version = 0x7000 | (a & 0xfff)
  const variant = 0x8000 | ((a >>> 12) & 0x3fff)
  return `${quad(high >>> 16)}${quad(high)}-${quad(instantMs % 0x1_0000)}-${quad(version)}-${quad(variant)}-${quad(b >>> 16)}${quad(b)}${quad(c)}`
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Any text is allowed in the path; only a UUID can name a lead. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}

const bytes = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))

/** The lowest sixteen bits in four digits; a table is much faster than formatting, which half a million ids feel. */
function quad(value: number): string {
  return `${bytes[(value >>> 8) & 0xff]}${bytes[value & 0xff]}`
}
