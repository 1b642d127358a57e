/** References that the dashboard itself gives to leads it creates begin so (safety S29). */
const ownReferencePrefix = 'kd_'

/** An external reference as people see it: one of our own means nothing to them and shows as none. */
export function shownReference(reference: string | null | undefined): string {
  return reference == null || reference.startsWith(ownReferencePrefix) ? '' : reference
}

/**
 * A reference for a lead about to be created, under which it can be looked up when the answer is lost: `kd_` and a UUID
 * version 7 (RFC 9562). Not `randomUUID`, which gives version 4 and only to secure pages.
 */
export function mintReference(nowMs = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const time = nowMs.toString(16).padStart(12, '0')
  const variant = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const parts = [time.slice(0, 8), time.slice(8), `7${random.slice(13, 16)}`]
  return `${ownReferencePrefix}${[...parts, `${variant.toString(16)}${random.slice(18, 20)}`, random.slice(20)].join('-')}`
}
