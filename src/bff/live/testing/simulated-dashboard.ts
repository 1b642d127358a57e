import { type LiveEvent, liveEvent } from '#contract/live.ts'
import type { Way } from '../../open-way.ts'
import type { UpstreamAnswer, UpstreamCall } from '../../upstream/upstream-call.ts'
import type { Clock } from '../../writes/clock.ts'

const lists = (query: Record<string, unknown>): UpstreamCall => ({ name: 'listLeads', query })
const period = { from: '2025-12-01', to: '2026-01-01' }

/** What a page asks for when it is opened. */
const pages = {
  overview: [
    { name: 'workspace' },
    { name: 'summary', query: period },
    { name: 'summary', query: { from: '2025-11-01', to: '2025-12-01' } },
    { name: 'funnel', query: period },
    { name: 'syncStatus', query: period },
    lists({ status: 'new', sortBy: 'createdAt', sortOrder: 'asc', limit: 100 }),
    lists({ status: 'won', sortBy: 'updatedAt', sortOrder: 'desc', limit: 100 }),
  ],
  leads: [{ name: 'workspace' }, lists({ sortBy: 'updatedAt', sortOrder: 'desc', limit: 50 })],
} as const satisfies Readonly<Record<string, readonly UpstreamCall[]>>
export type SimulatedPage = keyof typeof pages

/** One event is one chunk, the same bytes for every reader: parsed once. */
const parsed = new WeakMap<Uint8Array, LiveEvent | null>()
function eventOf(chunk: Uint8Array): LiveEvent | null {
  let event = parsed.get(chunk)
  if (event === undefined) {
    const data = /^data: (.*)$/m.exec(new TextDecoder().decode(chunk))?.[1]
    event = data === undefined ? null : liveEvent.parse(JSON.parse(data))
    parsed.set(chunk, event)
  }
  return event
}

/**
 * Does what a browser does: asks for its page, listens, and asks again for what is on screen when it is told to. Leads that
 * are told are laid over the list, which costs nothing.
 */
export function openSimulatedDashboard(
  {
    clock,
    way,
    jitterMs,
    heard,
    refreshed,
  }: {
    readonly clock: Clock
    readonly way: Way
    /** How much later than others it hears. */
    readonly jitterMs: number
    readonly heard: (event: LiveEvent) => void
    readonly refreshed: (kept: UpstreamAnswer['kept']) => void
  },
  page: SimulatedPage,
): { leave(): Promise<void> } {
  const shown: readonly UpstreamCall[] = pages[page]

  async function ask(call: UpstreamCall, purpose: 'screen' | 'refresh'): Promise<void> {
    const answer = await way.forPeople({ ...call, purpose }).catch(() => undefined)
    if (purpose === 'refresh') refreshed(answer?.kept)
  }

  /** Counts of leads stand beside figures and follow them. */
  const follows = ({ name }: UpstreamCall) => name !== 'workspace' && (name !== 'listLeads' || page === 'overview')
  function takeIn(event: LiveEvent): void {
    heard(event)
    const old = event.kind === 'gap' ? shown : event.kind === 'figures' ? shown.filter(follows) : []
    if (old.length > 0) clock.after(jitterMs, () => old.map((call) => ask(call, 'refresh')))
  }

  for (const call of shown) void ask(call, 'screen')
  const reader = way.live.hub.open('manager', null).getReader()
  async function listen(): Promise<void> {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const event = eventOf(piece.value)
      if (event !== null) takeIn(event)
    }
  }
  void listen()
  return { leave: () => reader.cancel() }
}
