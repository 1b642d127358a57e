import type { LiveEvent } from '#contract/live.ts'

const encoder = new TextEncoder()

/** One event in the wire format of server-sent events. Without an id the reader's place stays where it was. */
export function eventBytes(event: LiveEvent, id: string | null): Uint8Array<ArrayBuffer> {
  // JSON holds no line break of its own, so one `data:` line is enough.
  return encoder.encode(`${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(event)}\n\n`)
}

/** A comment: shows both ends, and whatever stands between them, that the stream lives. */
export const heartbeatBytes: Uint8Array<ArrayBuffer> = encoder.encode(':\n\n')
