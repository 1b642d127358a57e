const clientRef = /^kd_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for an external reference as this dashboard mints it: no other lead can have it by chance (safety S29). */
export function isClientRef(text: string): boolean {
  return clientRef.test(text)
}

/**
 * Writes a reference of ours: `kd_` and a UUID version 7 (RFC 9562), which nobody can guess and which sorts by time.
 * `nowMs` is Unix time; `random` holds 16 bytes of a cryptographic source, which each side has its own way to get.
 */
export function writeClientRef(nowMs: number, random: Uint8Array): string {
  const time = nowMs.toString(16).padStart(12, '0')
  const noise = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = (0x80 | (Number.parseInt(noise.slice(16, 18), 16) & 0x3f)).toString(16)
  return `kd_${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(13, 16)}-${variant}${noise.slice(18, 20)}-${noise.slice(20, 32)}`
}
