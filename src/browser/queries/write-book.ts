import type { Lead, LeadChanges, LeadField } from '#contract/lead.ts'
import { hasEnded, type LeadWrite, writeIdsAtOnce } from '#contract/lead-write.ts'
import { FailedCall } from './failed-call.ts'
import type { Failure } from './failure.ts'
import { endedWell, isUnderWay, type OwnWrite } from './own-write.ts'
import { nextPollAt } from './poll-pace.ts'
import type { WriteBookPorts } from './write-book-ports.ts'
import { endOfAttempt, failureOfWrite } from './write-end.ts'
import { decided, type Intent, intentOf, isEmpty, newWrite, showsWrite, wayBack } from './write-rules.ts'
import { createWriteShelf } from './write-shelf.ts'

export interface WriteBook {
  readonly subscribe: (listener: () => void) => () => void
  /** The same list until something changes. */
  readonly writes: () => readonly OwnWrite[]
  readonly writesOf: (leadId: string) => readonly OwnWrite[]
  readonly change: (lead: Lead, changes: LeadChanges, note?: string) => Promise<OwnWrite>
  readonly undo: (id: string) => void
  readonly changeBack: (id: string) => void
  readonly sendAgain: (id: string) => void
  readonly check: (id: string) => void
  readonly resolve: (id: string, field: LeadField, take: 'mine' | 'theirs') => void
  readonly dismiss: (id: string) => void
  /** Goes on at once with all that is under way: after a reload, back on screen, back online. */
  readonly wake: () => void
  /** Ends all timers. */
  readonly rest: () => void
}

/** What ended well is kept this long: to be changed back, and to be laid over lists that lag. */
export const keptAfterEndMs = 120_000

/** After as many unreadable answers nobody tries any more. */
const mostUnreadable = 3

/**
 * The one optimistic mechanism: every change made in this tab, from its making to its end. It patches no cache; screens lay
 * its writes over what the server says. Nothing here knows React, the network or a clock.
 */
export function createWriteBook(ports: WriteBookPorts): WriteBook {
  const shelf = createWriteShelf(ports.kept(), onChange)
  const inFlight = new Set<string>()
  /** Waiting for a connection: not handed over before somebody answers. */
  const parked = new Set<string>()
  const unreadable = new Map<string, number>()
  const awaited = new Map<string, (write: OwnWrite) => void>()
  let lastPoll = { at: 0, failures: 0 }
  let startedAt: string | null = null
  let isPolling = false
  let isAskedAgain = false
  let callOff = () => {}

  function onChange(): void {
    ports.keep(shelf.all().filter((write) => !endedWell(write)))
    for (const id of awaited.keys()) if (shelf.find(id)?.state !== 'waiting') settle(id)
    for (const { leadId, state } of shelf.all()) if (state === 'waiting') pump(leadId)
    schedule()
  }

  function settle(id: string): void {
    const write = shelf.find(id)
    if (write !== undefined) awaited.get(id)?.(write)
    awaited.delete(id)
  }

  function end(id: string, state: OwnWrite['state'], failure: Failure | null, savedAs: string | null = null): void {
    const ended = { state, failure, savedAs, endedAt: ports.now() }
    shelf.edit(id, { ...ended, dueAt: null, isUnconfirmed: false, isUndoing: false })
  }

  function save(id: string, state: 'saved' | 'unchanged', lead: Lead | null): void {
    end(id, state, null, lead?.updatedAt ?? null)
    ports.onSaved(lead)
  }

  /** Takes what the proxy says of a write. What has ended here stays so: answers come late and out of order. */
  function take(said: LeadWrite): void {
    const write = shelf.find(said.id)
    if (write === undefined || write.endedAt !== null) return
    if (said.state === 'saved' || said.state === 'unchanged') save(write.id, said.state, said.lead)
    else if (hasEnded(said.state)) end(write.id, said.state, failureOfWrite(said))
    else {
      const dueAt = said.dueInMs === null ? null : ports.now() + said.dueInMs
      const left = said.state === 'held' ? {} : { isUndoing: false, failure: null }
      shelf.edit(write.id, { state: said.state, dueAt, isUnconfirmed: false, ...left })
      if (said.state === 'held' && write.isUndoing) void takeBack(write.id)
    }
  }

  /** Hands over the first waiting write of a lead; the next goes when that has arrived, so that they arrive in order. */
  function pump(leadId: string): void {
    const first = shelf.of(leadId).find((write) => write.state === 'waiting' && isUnderWay(write))
    // One that was handed over before is asked for first.
    if (first?.sentAt === null && !parked.has(first.id)) void attempt(first)
  }

  async function attempt(write: OwnWrite): Promise<void> {
    const { id } = write
    if (inFlight.has(id)) return
    const wasOffline = ports.isOffline()
    inFlight.add(id)
    shelf.edit(id, { sentAt: ports.now(), sentTo: startedAt, checkedAt: null })
    try {
      const said = await ports.send(write)
      inFlight.delete(id)
      take(said)
    } catch (error) {
      inFlight.delete(id)
      onAttemptFailed(id, asFailedCall(error), wasOffline)
    }
  }

  function onAttemptFailed(id: string, failed: FailedCall, wasOffline: boolean): void {
    // It may have been heard of by other means meanwhile.
    const write = shelf.find(id)
    if (write?.state !== 'waiting') return
    const { state, failure } = endOfAttempt(failed)
    if (state !== 'waiting') {
      end(id, state, failure)
      return
    }
    const misread = (unreadable.get(id) ?? 0) + (failed.failure.kind === 'contract' ? 1 : 0)
    unreadable.set(id, misread)
    if (misread >= mostUnreadable) {
      end(id, 'unknown', failed.failure)
      return
    }
    // Who was offline before has sent nothing.
    if (wasOffline) parked.add(id)
    shelf.edit(id, wasOffline ? { sentAt: null, sentTo: null } : {})
    for (const other of shelf.of(write.leadId)) settle(other.id)
  }

  function add(leadId: string, intent: Intent, id = ports.mintId()): OwnWrite {
    const write = newWrite(id, leadId, intent, ports.now())
    shelf.add(write)
    return shelf.find(id) ?? write
  }

  async function takeBack(id: string): Promise<void> {
    shelf.edit(id, { isUndoing: true, failure: null })
    try {
      const said = await ports.undo(id)
      if (said === 'gone') {
        shelf.edit(id, { isUndoing: false })
        await poll()
      } else take(said)
    } catch (error) {
      const write = shelf.find(id)
      if (write?.state === 'held' && isUnderWay(write)) shelf.edit(id, { failure: asFailedCall(error).failure })
    }
  }

  /** Reads the lead: what it shows of a write is saved. What it does not show may still be on its way. */
  async function look(id: string): Promise<void> {
    const leadId = shelf.find(id)?.leadId
    if (leadId === undefined) return
    try {
      const lead = await ports.readLead(leadId)
      const write = shelf.find(id)
      if (write === undefined || !isDoubtful(write)) return
      if (lead === null) end(id, 'rejected', { kind: 'not-found', requestId: null })
      else if (showsWrite(lead, write)) save(id, 'saved', lead)
      else shelf.edit(id, { checkedAt: ports.now(), failure: write.state === 'unknown' ? write.failure : null })
    } catch (error) {
      const write = shelf.find(id)
      if (write !== undefined && isDoubtful(write)) shelf.edit(id, { failure: asFailedCall(error).failure })
    }
  }

  /** A write that the proxy does not list: it never arrived, or one that started anew has forgotten it. */
  function missed(write: OwnWrite, since: string): void {
    const { id, sentAt, sentTo } = write
    const neverCame = sentAt === null || (sentTo === null ? Date.parse(since) <= sentAt : sentTo === since)
    if (write.state === 'waiting' && neverCame) {
      parked.delete(id)
      if (write.isUndoing) end(id, 'undone', null)
      else if (isFirst(write)) void attempt(write)
      return
    }
    shelf.edit(id, { isUnconfirmed: true, dueAt: null, isUndoing: false })
    settle(id)
    void look(id)
  }

  function isFirst(write: OwnWrite): boolean {
    const first = shelf.of(write.leadId).find((other) => other.state === 'waiting' && isUnderWay(other))
    return first?.id === write.id
  }

  async function poll(): Promise<void> {
    isAskedAgain = isPolling
    const asked = shelf.all().filter(isUnderWay)
    if (isPolling || asked.length === 0) return
    const wereInFlight = new Set(inFlight)
    isPolling = true
    try {
      for (let first = 0; first < asked.length; first += writeIdsAtOnce) {
        const some = asked.slice(first, first + writeIdsAtOnce)
        const answer = await ports.listHolds(some.map(({ id }) => id))
        startedAt = answer.startedAt
        lastPoll = { at: ports.now(), failures: 0 }
        const listed = new Set(answer.writes.map(({ id }) => id))
        for (const said of answer.writes) take(said)
        // Only what nothing happened to since the question is judged by silence.
        const isSame = (write: OwnWrite) => shelf.find(write.id) === write && !wereInFlight.has(write.id)
        for (const write of some) if (!listed.has(write.id) && isSame(write)) missed(write, answer.startedAt)
      }
    } catch {
      lastPoll = { at: ports.now(), failures: lastPoll.failures + 1 }
    }
    isPolling = false
    if (isAskedAgain) return poll()
    schedule()
  }

  function schedule(): void {
    callOff()
    const now = ports.now()
    const isQuiet = isPolling || ports.isHidden()
    const pollAt = isQuiet ? null : nextPollAt(shelf.all(), (id) => inFlight.has(id), now, lastPoll)
    const forgetAt = shelf.all().map(forgottenAt)
    const at = Math.min(pollAt ?? Number.POSITIVE_INFINITY, ...forgetAt)
    const tick = () => {
      const gone = shelf.all().filter((write) => forgottenAt(write) <= ports.now())
      if (gone.length > 0) shelf.remove(gone.map(({ id }) => id))
      if (pollAt !== null && pollAt <= ports.now()) void poll()
      else schedule()
    }
    callOff = Number.isFinite(at) ? ports.later(tick, Math.max(at - now, 0)) : () => {}
  }

  function sendAgain(id: string): void {
    const write = shelf.find(id)
    if (write === undefined || endedWell(write)) return
    // The proxy ended it under its old id and would only say so again.
    if (write.endedAt !== null) {
      shelf.remove([id])
      add(write.leadId, write)
    } else if (write.isUnconfirmed) add(write.leadId, write, id)
    else if (write.state === 'waiting') wake()
  }

  function wake(): void {
    parked.clear()
    onChange()
    void poll()
  }

  return {
    subscribe: shelf.subscribe,
    writes: shelf.all,
    writesOf: shelf.of,
    change: (lead, changes, note) => {
      const intent = intentOf(lead, changes, note ?? null)
      const id = ports.mintId()
      if (isEmpty(intent)) {
        const write = newWrite(id, lead.id, intent, ports.now())
        return Promise.resolve({ ...write, state: 'unchanged', endedAt: ports.now() })
      }
      return new Promise((resolve) => {
        awaited.set(id, resolve)
        add(lead.id, intent, id)
      })
    },
    undo: (id) => {
      const write = shelf.find(id)
      if (write === undefined || !isUnderWay(write)) return
      if (write.state === 'held') void takeBack(id)
      if (write.state !== 'waiting') return
      if (write.sentAt === null && !inFlight.has(id)) {
        end(id, 'undone', null)
        return
      }
      // Whether it arrived shows soon; then it is taken back, or never sent again.
      shelf.edit(id, { isUndoing: true })
      if (!inFlight.has(id)) void poll()
    },
    changeBack: (id) => {
      const write = shelf.find(id)
      const back = write?.state === 'saved' || write?.state === 'unchanged' ? wayBack(write) : null
      if (write === undefined || back === null) return
      shelf.remove([id])
      add(write.leadId, back)
    },
    sendAgain,
    check: (id) => {
      const write = shelf.find(id)
      if (write !== undefined && isDoubtful(write)) void look(id)
    },
    resolve: (id, field, take) => {
      const write = shelf.find(id)
      const next = write === undefined ? null : decided(write, field, take)
      if (write?.failure?.kind !== 'conflict' || next === null) return
      if (Object.keys(next.theirs).length > 0) {
        shelf.edit(id, { ...next.intent, failure: { ...write.failure, theirs: next.theirs } })
        return
      }
      shelf.remove([id])
      if (!isEmpty(next.intent)) add(write.leadId, next.intent)
    },
    dismiss: (id) => {
      const write = shelf.find(id)
      if (write !== undefined && !isUnderWay(write)) shelf.remove([id])
    },
    wake,
    rest: () => callOff(),
  }
}

function isDoubtful({ isUnconfirmed, state }: OwnWrite): boolean {
  return isUnconfirmed || state === 'unknown'
}

function forgottenAt(write: OwnWrite): number {
  return endedWell(write) ? (write.endedAt ?? 0) + keptAfterEndMs : Number.POSITIVE_INFINITY
}

function asFailedCall(error: unknown): FailedCall {
  if (error instanceof FailedCall) return error
  return new FailedCall({ kind: 'other', message: String(error), requestId: null }, error)
}
