import { changedSettings, type Settings, standardSettings } from '#contract/settings.ts'
import { type BffOptions, createBff } from './create-bff.ts'
import type { Desk, UnsentSight } from './desk-port.ts'
import type { LogLine } from './log-line.ts'
import type { RecordingUpstream } from './recording/recording-upstream.ts'
import type { Clock } from './writes/clock.ts'

export const testOrigin = 'http://127.0.0.1:4173'
/** A key that no other text holds, to be looked for where it must not be. */
export const canaryKey = 'knk_canary_7f3a91e5c2d84b60'

/** What this dashboard's own page sends with every request. */
export const pageHeaders: Readonly<Record<string, string>> = {
  host: '127.0.0.1:4173',
  'x-konektor-dashboard': '1',
  'sec-fetch-site': 'same-origin',
}

/** What a desk was told of undelivered events, in order. */
interface DeskNotes {
  readonly unsent: { readonly rows: readonly UnsentSight[]; readonly now: number }[]
  readonly changes: { readonly changedAt: ReadonlyMap<string, number>; readonly askedAt: number }[]
  readonly deliveries: { readonly platform: string; readonly now: number }[]
}

/** A desk in memory. What it is told of undelivered events it writes down and makes nothing of: that is the real one's. */
export function buildDesk(): Desk & { readonly noted: DeskNotes } {
  let settings: Settings = standardSettings
  const members = new Map<string, string | null>()
  const noted: DeskNotes = { unsent: [], changes: [], deliveries: [] }
  const tickets: ReturnType<Desk['listTickets']>[number][] = []
  return {
    listMembers: () => [...members].map(([id, name]) => ({ id, name })),
    noteMembers: (ids) => {
      for (const id of ids) if (!members.has(id)) members.set(id, null)
    },
    nameMember: async (id, name) => {
      members.set(id, name || null)
      return { id, name: name || null }
    },
    listTickets: () => tickets,
    addTicket: async (line) => void tickets.unshift(line),
    readSettings: () => settings,
    writeSettings: async (change) => {
      settings = changedSettings(settings, change)
      return settings
    },
    noted,
    noteUnsent: (rows, now) => void noted.unsent.push({ rows, now }),
    noteLeadChanges: (changedAt, askedAt) => void noted.changes.push({ changedAt, askedAt }),
    noteDelivery: (platform, now) => void noted.deliveries.push({ platform, now }),
    readUnsentSeen: () => ({ watchingSince: 7, seen: [['lead_abc123', 5]], delivered: [['meta', 6]] }),
    close: async () => undefined,
  }
}

/** A clock that stands still but for waits, each of which is noted and then over at once. */
function hastyClock(waits: number[]): Clock {
  let now = Date.now()
  return {
    now: () => now,
    after(ms, run) {
      waits.push(ms)
      const timer = setImmediate(() => {
        now += ms
        run()
      })
      return () => clearImmediate(timer)
    },
  }
}

/** A proxy before a recording upstream, for tests: waits are noted instead of waited. */
export function buildBff(upstream: RecordingUpstream, overrides: Partial<BffOptions> = {}) {
  const lines: LogLine[] = []
  const waits: number[] = []
  const desk = overrides.desk ?? buildDesk()
  const bff = createBff({
    upstream: { kind: 'live', baseUrl: upstream.baseUrl },
    key: canaryKey,
    allowedOrigins: [testOrigin, 'http://localhost:4173'],
    openToNetwork: false,
    version: '0.0.0',
    log: (line) => lines.push(line),
    timing: { connectMs: 2000, firstByteMs: 6000, readMs: 8000, writeMs: 8000 },
    clock: hastyClock(waits),
    ...overrides,
    desk,
  })

  /** Asks as the page would. */
  function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return bff.fetch(
      new Request(testOrigin + path, {
        method,
        headers: { ...pageHeaders, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
  }
  return { bff, desk, lines, waits, ask }
}
