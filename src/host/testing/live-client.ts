import { randomUUID } from 'node:crypto'
import { readEvents } from '#bff/live/testing/read-events.ts'
import { ownHeaders } from './own-headers.ts'

/** Opens the live stream. */
export async function listen(port: number) {
  const response = await fetch(`http://127.0.0.1:${port}/bff/events`, { headers: ownHeaders })
  return { headers: Object.fromEntries(response.headers), stream: readEvents(response) }
}

/** A note on a lead, saved through the dashboard. */
export function saveNote(port: number, note: string): Promise<Response> {
  const body = JSON.stringify({ writeId: randomUUID(), base: { values: {} }, changes: {}, note })
  const headers = { ...ownHeaders, 'Content-Type': 'application/json' }
  return fetch(`http://127.0.0.1:${port}/bff/leads/lead_abc123`, { method: 'PATCH', headers, body })
}
