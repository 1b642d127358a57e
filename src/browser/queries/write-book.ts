import type { Lead, LeadChanges, LeadField } from '#contract/lead.ts'
import { endedWell, isDoubtful, isDraftAgain, isUnderWay, type OwnWrite } from './own-write.ts'
import type { WriteBookPorts } from './write-book-ports.ts'
import { createWriteCourier } from './write-courier.ts'
import {
  decided,
  type Intent,
  intentOf,
  isEmpty,
  newWrite,
  uponSaved,
  waitingStatuses,
  wayBack,
} from './write-rules.ts'
import { createWriteShelf } from './write-shelf.ts'

/** What a screen can do with writes. */
export interface WriteActions {
  /**
   * Changes a lead as it is shown: at once on every screen, then by the proxy, held for its grace where it sets a status.
   * Resolves with the write as soon as it is with the proxy, has ended or waits for a connection; never rejects.
   */
  readonly change: (lead: Lead, changes: LeadChanges, note?: string) => Promise<OwnWrite>
  /** Takes a held write back; one that has left says so by staying. */
  readonly undo: (id: string) => void
  /** After it was sent: the values from before, as a write of its own with a grace of its own. */
  readonly changeBack: (id: string) => void
  /** Sends what was not sent, not found or never confirmed once more, under its own id where that is safe. */
  readonly sendAgain: (id: string) => void
  /** Looks whether an unconfirmed or unknown write arrived; `checkedAt` tells that it was not there. */
  readonly check: (id: string) => void
  /** Decides one field of a conflict; when the last is decided, what is left of mine is sent. */
  readonly resolve: (id: string, field: LeadField, take: 'mine' | 'theirs') => void
  /** Forgets a write that has ended or was never confirmed; its values are gone with it. */
  readonly dismiss: (id: string) => void
}

export interface WriteBook extends WriteActions {
  readonly subscribe: (listener: () => void) => () => void
  /** The same list until something changes. */
  readonly writes: () => readonly OwnWrite[]
  readonly writesOf: (leadId: string) => readonly OwnWrite[]
  /** Goes on at once with all that is under way: after a reload, back on screen, back online. */
  readonly wake: () => void
  /** Asks at once how writes stand: some write has moved on. Nothing where none is under way. */
  readonly nudge: () => void
  /** Ends all timers. */
  readonly rest: () => void
}

/**
 * The one optimistic mechanism: every change made in this tab, from its making to its end. It patches no cache; screens lay
 * its writes over what the server says. Nothing here knows React, the network or a clock.
 */
export function createWriteBook(ports: WriteBookPorts): WriteBook {
  const shelf = createWriteShelf(ports.kept(), onChange)
  const courier = createWriteCourier(ports, shelf, settle)
  const awaited = new Map<string, (write: OwnWrite) => void>()

  function onChange(): void {
    ports.keep(shelf.all().filter((write) => !endedWell(write) || isDraftAgain(write)))
    for (const id of awaited.keys()) if (shelf.find(id)?.state !== 'waiting') settle(id)
    courier.goOn()
  }

  /** There is something to tell whoever made a change. */
  function settle(id: string): void {
    const write = shelf.find(id)
    if (write !== undefined) awaited.get(id)?.(write)
    awaited.delete(id)
  }

  function add(leadId: string, intent: Intent, id = ports.mintId()): void {
    shelf.add(newWrite(id, leadId, intent, ports.now()))
  }

  function sendAgain(id: string): void {
    const write = shelf.find(id)
    if (write === undefined || endedWell(write)) return
    // The proxy ended it under its old id and would only say so again.
    if (write.endedAt !== null) {
      shelf.remove([id])
      add(write.leadId, write)
    } else if (write.isUnconfirmed) add(write.leadId, write, id)
    else if (write.state === 'waiting') courier.wake()
  }

  function takeBackOne(id: string): Promise<void> {
    const write = shelf.find(id)
    if (write === undefined || !isUnderWay(write)) return Promise.resolve()
    if (write.state === 'held') return courier.takeBack(id)
    if (write.state !== 'waiting') return Promise.resolve()
    if (write.sentAt === null && !courier.isInFlight(id)) {
      courier.end(id, 'undone', null)
      return Promise.resolve()
    }
    // Whether it arrived shows soon; then it is taken back, or never sent again.
    shelf.edit(id, { isUndoing: true })
    return courier.isInFlight(id) ? Promise.resolve() : courier.poll()
  }

  /** The first goes first: taken back the other way round, it would come into its own between the two. */
  async function takeBackInTurn(ids: readonly string[]): Promise<void> {
    for (const id of ids) await takeBackOne(id)
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
      // To a person the statuses of a lead that still wait are one thing: the way back leads to what is saved.
      const together = write.changes.status === undefined ? [write] : waitingStatuses(shelf.of(write.leadId))
      void takeBackInTurn(together.map((one) => one.id))
    },
    changeBack: (id) => {
      const write = shelf.find(id)
      const isSaved = write?.state === 'saved' || write?.state === 'unchanged'
      const back = isSaved ? wayBack(uponSaved(write, shelf.of(write.leadId))) : null
      if (write === undefined || back === null) return
      shelf.remove([id])
      add(write.leadId, back)
    },
    sendAgain,
    check: (id) => {
      const write = shelf.find(id)
      if (write !== undefined && isDoubtful(write)) void courier.look(id)
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
    wake: courier.wake,
    nudge: () => void courier.poll(),
    rest: courier.rest,
  }
}
