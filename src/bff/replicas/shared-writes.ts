import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { hasEnded, type LeadWrite, leadWrite } from '#contract/lead-write.ts'
import { ledgerBounds } from '../writes/write-ledger.ts'
import { readShared } from './read-shared.ts'
import type { RedisLink } from './redis-link.ts'

/** How long a replica may take to undo for another, in milliseconds. */
const undoesWithinMs = 2000

/** A write as its replica last told of it; `write` null between its claim and its first state. */
const sharedWrite = z.object({ owner: z.string(), write: z.nullable(leadWrite) })
type Shared = z.output<typeof sharedWrite>

interface UndoQuestion {
  readonly question: string
  readonly owner: string
  readonly id: string
}

export type UndoEnd = 'undone' | 'gone' | 'no-answer'

export interface SharedWrites {
  /** Takes a write id for this replica. False where another one has it: the same id is the same write on every replica. */
  claim(id: string): Promise<boolean>
  /** Tells how a write of this replica stands. */
  note(write: LeadWrite): void
  /** Writes of other replicas that live, by their ids. */
  find(ids: readonly string[]): Promise<readonly LeadWrite[]>
  /** Asks the replica that holds a write to take it back. */
  undo(id: string): Promise<UndoEnd>
  /** ISO 8601: a write from before then may be known to a replica that cannot be asked. */
  unsureBefore(): string
  /** Undoes here what others ask for; true where it was taken back. */
  onUndo(undo: (id: string) => boolean): void
}

/**
 * How writes stand, for every replica: who asks one of a write that another holds is told, and can take it back. The write
 * itself stays where it was taken. One whose replica has died is not told of: "not confirmed", as after any kill.
 */
export function createSharedWrites(link: RedisLink, now: () => number): SharedWrites {
  const keyOf = (id: string) => link.key('write', id)
  const keptMs = ledgerBounds.endedForMs
  const openQuestions = new Map<string, (isUndone: boolean) => void>()
  /** When a write was asked for of which another replica may know more. */
  let unsure: number | null = null
  let undoHere: (id: string) => boolean = () => false

  async function read(id: string): Promise<{ shared: Shared; ageMs: number } | null> {
    const found = await link.ask((redis) => redis.multi().get(keyOf(id)).pttl(keyOf(id)).exec())
    const [text, leftMs] = (found ?? []).map(([, value]) => value)
    const shared = readShared(sharedWrite, text)
    if (shared === null && typeof text === 'string') unsure = now()
    return shared && { shared, ageMs: keptMs - Number(leftMs) }
  }

  async function findOne(id: string): Promise<LeadWrite | null> {
    const found = await read(id)
    if (found === null || found.shared.owner === link.self) return null
    const { write, owner } = found.shared
    // Between its claim and its first state nobody can say more than that it may have come.
    if (write === null || (!hasEnded(write.state) && !link.isAlive(owner))) {
      unsure = now()
      return null
    }
    return write.dueInMs === null ? write : { ...write, dueInMs: Math.max(0, write.dueInMs - found.ageMs) }
  }

  link.hear('undo', (message, from) => {
    const { question, owner, id } = message as UndoQuestion
    if (owner !== link.self) return
    link.tell('undone', { question, to: from, isUndone: undoHere(id) })
  })
  link.hear('undone', (message) => {
    const { question, isUndone } = message as { question: string; isUndone: boolean }
    openQuestions.get(question)?.(isUndone === true)
  })

  return {
    async claim(id) {
      const mine: Shared = { owner: link.self, write: null }
      const set = await link.ask(
        async (redis) => (await redis.set(keyOf(id), JSON.stringify(mine), 'PX', keptMs, 'NX')) === 'OK',
      )
      return set !== false || (await read(id))?.shared.owner === link.self
    },
    note(write) {
      const shared: Shared = { owner: link.self, write }
      void link.ask((redis) => redis.set(keyOf(write.id), JSON.stringify(shared), 'PX', keptMs))
    },
    async find(ids) {
      return (await Promise.all(ids.map(findOne))).filter((write) => write !== null)
    },
    async undo(id) {
      const found = await read(id)
      // While Redis is gone it may well be held where nobody can be asked, and leave.
      if (found === null && !link.isUp()) return 'no-answer'
      if (found === null || found.shared.owner === link.self) return 'gone'
      const { owner } = found.shared
      if (!link.isAlive(owner)) return 'gone'
      const question = randomUUID()
      return new Promise<UndoEnd>((resolve) => {
        const timer = setTimeout(() => end('no-answer'), undoesWithinMs)
        function end(how: UndoEnd): void {
          clearTimeout(timer)
          openQuestions.delete(question)
          resolve(how)
        }
        openQuestions.set(question, (isUndone) => end(isUndone ? 'undone' : 'gone'))
        link.tell('undo', { question, owner, id } satisfies UndoQuestion)
      })
    },
    unsureBefore() {
      const upSince = link.upSince()
      // While Redis is gone nobody can be asked: whatever is not known here may be known there.
      const at = upSince === null ? now() : Math.max(unsure ?? 0, upSince)
      return new Date(at).toISOString()
    },
    onUndo(undo) {
      undoHere = undo
    },
  }
}
