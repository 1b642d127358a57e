import type { Lead } from '#contract/lead.ts'
import { hasEnded, type LeadWrite, writeIdsAtOnce } from '#contract/lead-write.ts'
import { type FailedCall, toFailedCall } from './failed-call.ts'
import type { Failure } from './failure.ts'
import { endedWell, isDoubtful, isDraftAgain, isUnderWay, type OwnWrite } from './own-write.ts'
import { nextPollAt } from './poll-pace.ts'
import type { WriteBookPorts } from './write-book-ports.ts'
import { endOfAttempt, endOfListed } from './write-end.ts'
import { showsWrite } from './write-rules.ts'
import type { WriteShelf } from './write-shelf.ts'

/** What ended well is kept this long: to be changed back, and to be laid over lists that lag. */
const keptAfterEndMs = 120_000

/** A request that has not come after this will not come. */
const arrivesWithinMs = 15_000

/** After as many unreadable answers nobody tries any more. */
const mostUnreadable = 3

/** Carries writes to the proxy, and what becomes of them back onto the shelf. `settled` is told of what waits for a connection. */
export function createWriteCourier(ports: WriteBookPorts, shelf: WriteShelf, settled: (id: string) => void) {
  const inFlight = new Set<string>()
  /** Whose undoing is on its way. */
  const undoing = new Set<string>()
  /** Waiting for a connection: not handed over before somebody answers. */
  const parked = new Set<string>()
  const unreadable = new Map<string, number>()
  let lastPoll = { at: 0, failures: 0 }
  let startedAt: string | null = null
  let isPolling = false
  let isAskedAgain = false
  let callOff = () => {}

  function end(id: string, state: OwnWrite['state'], failure: Failure | null, savedAs: string | null = null): void {
    const ended = { state, failure, savedAs, endedAt: ports.now() }
    shelf.edit(id, { ...ended, dueAt: null, isUnconfirmed: false, isUndoing: false })
    const leadId = shelf.find(id)?.leadId
    // What a conflict tells of the lead is newer than what any list or detail holds.
    if (failure?.kind === 'conflict' && leadId !== undefined) {
      ports.onSeen({
        id: leadId,
        ...failure.theirs,
        ...(failure.updatedAt === null ? {} : { updatedAt: failure.updatedAt }),
      })
    }
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
    else if (hasEnded(said.state)) {
      const { state, failure } = endOfListed(said)
      end(write.id, state, failure)
    } else {
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
      onAttemptFailed(id, toFailedCall(error), wasOffline)
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
    for (const other of shelf.of(write.leadId)) settled(other.id)
  }

  async function takeBack(id: string): Promise<void> {
    // An older answer may still say "held" meanwhile.
    if (undoing.has(id)) return
    undoing.add(id)
    shelf.edit(id, { isUndoing: true, failure: null })
    try {
      const said = await ports.undo(id)
      if (said === 'gone') {
        shelf.edit(id, { isUndoing: false })
        await poll()
      } else take(said)
    } catch (error) {
      const write = shelf.find(id)
      if (write?.state === 'held' && isUnderWay(write)) shelf.edit(id, { failure: toFailedCall(error).failure })
    } finally {
      undoing.delete(id)
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
      if (write !== undefined && isDoubtful(write)) shelf.edit(id, { failure: toFailedCall(error).failure })
    }
  }

  /** A write that the proxy does not list: it never arrived, or one that started anew has forgotten it. */
  function missed(write: OwnWrite, since: string): void {
    const { id, sentAt, sentTo } = write
    const neverCame = sentAt === null || (sentTo === null ? Date.parse(since) <= sentAt : sentTo === since)
    if (write.state === 'waiting' && neverCame) {
      parked.delete(id)
      if (write.isUndoing) {
        // The request of a page that was left may still be on its way.
        if (ports.now() - (sentAt ?? 0) > arrivesWithinMs) end(id, 'undone', null)
      } else if (isFirst(write)) void attempt(write)
      return
    }
    shelf.edit(id, { isUnconfirmed: true, dueAt: null, isUndoing: false })
    settled(id)
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
      doubtOverdue()
    }
    isPolling = false
    if (isAskedAgain) return poll()
    schedule()
  }

  /** Nobody answers, and the time to take it back is over: whether it left is not known any more. */
  function doubtOverdue(): void {
    const until = ports.now() - 1_000
    for (const { id, state, dueAt, isUndoing } of shelf.all()) {
      if (state === 'held' && (dueAt ?? until) < until && !isUndoing) shelf.edit(id, { state: 'checking', dueAt: null })
    }
  }

  function schedule(): void {
    callOff()
    const now = ports.now()
    const isQuiet = isPolling || ports.isHidden()
    const pollAt = isQuiet ? null : nextPollAt(shelf.all(), (id) => inFlight.has(id), now, lastPoll, ports.isTold())
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

  /** Goes on with whatever can: after every change of the shelf. */
  function goOn(): void {
    for (const { leadId, state } of shelf.all()) if (state === 'waiting') pump(leadId)
    schedule()
  }

  return {
    goOn,
    end,
    takeBack,
    look,
    poll,
    isInFlight: (id: string) => inFlight.has(id),
    wake: () => {
      parked.clear()
      goOn()
      void poll()
    },
    rest: () => callOff(),
  }
}

function forgottenAt(write: OwnWrite): number {
  return endedWell(write) && !isDraftAgain(write) ? (write.endedAt ?? 0) + keptAfterEndMs : Number.POSITIVE_INFINITY
}
