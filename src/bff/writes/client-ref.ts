import { randomBytes } from 'node:crypto'

const clientRef = /^kd_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for a reference as this dashboard mints it, here or in the browser: no other lead can have it by chance. */
export function isClientRef(text: string): boolean {
  return clientRef.test(text)
}

/** A reference that nobody can guess and that sorts by time: `kd_` and a UUID version 7 (RFC 9562). */
export function mintClientRef(nowMs = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(nowMs, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return `kd_${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}
