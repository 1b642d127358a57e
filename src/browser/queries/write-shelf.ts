import type { OwnWrite } from './own-write.ts'

/** The list of writes, and who hears of its changes. Lists keep their identity until something in them changes. */
export interface WriteShelf {
  readonly subscribe: (listener: () => void) => () => void
  readonly all: () => readonly OwnWrite[]
  readonly of: (leadId: string) => readonly OwnWrite[]
  readonly find: (id: string) => OwnWrite | undefined
  readonly edit: (id: string, change: Partial<OwnWrite>) => void
  /** Adds at the end, in place of one with the same id. */
  readonly add: (write: OwnWrite) => void
  readonly remove: (ids: readonly string[]) => void
}

const none: readonly OwnWrite[] = []

export function createWriteShelf(start: readonly OwnWrite[], onChange: () => void): WriteShelf {
  let writes = start
  let byLead = grouped(writes, new Map())
  const listeners = new Set<() => void>()

  function put(next: readonly OwnWrite[]): void {
    writes = next
    byLead = grouped(next, byLead)
    for (const listener of listeners) listener()
    onChange()
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    all: () => writes,
    of: (leadId) => byLead.get(leadId) ?? none,
    find: (id) => writes.find((write) => write.id === id),
    edit: (id, change) => put(writes.map((write) => (write.id === id ? { ...write, ...change } : write))),
    add: (write) => put([...writes.filter(({ id }) => id !== write.id), write]),
    remove: (ids) => put(writes.filter(({ id }) => !ids.includes(id))),
  }
}

type ByLead = ReadonlyMap<string, readonly OwnWrite[]>

/** The writes of each lead; the same list as before where it holds the same, so that a row hears of its own lead only. */
function grouped(writes: readonly OwnWrite[], before: ByLead): ByLead {
  const groups = new Map<string, readonly OwnWrite[]>()
  for (const write of writes) groups.set(write.leadId, [...(groups.get(write.leadId) ?? none), write])
  for (const [leadId, own] of groups) {
    const old = before.get(leadId)
    if (old?.length === own.length && old.every((write, index) => write === own[index])) groups.set(leadId, old)
  }
  return groups
}
