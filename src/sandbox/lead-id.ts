/** A UUIDv7 (RFC 9562) for an instant in Unix ms; `random` gives whole numbers below 2^32. Ids sort by time. */
export function leadId(instantMs: number, random: () => number): string {
  const time = (instantMs + 2 ** 48).toString(16).slice(1)
  const a = hex(random())
  const b = hex(random())
  const c = hex(random())
  const variant = ((Number.parseInt(a.charAt(3), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(4, 7)}-${a.charAt(7)}${b}${c.slice(0, 3)}`
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Any text is allowed in the path; only a UUID can name a lead. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}

function hex(value: number): string {
  return (value + 0x1_0000_0000).toString(16).slice(1)
}
