import { useEffect, useState } from 'react'
import type { OwnWrite } from '#queries/own-write.ts'
import { useLeadWrites } from '#queries/own-writes.ts'
import type { Checking } from './use-save-lead.ts'

interface Awaited {
  readonly id: string
  readonly resolve: (write: OwnWrite) => void
}

/** Waits for a change that is with the proxy but has not ended, as the write book hears of it. */
export function useChangeEnd(leadId: string): {
  readonly endOf: (write: OwnWrite) => Promise<OwnWrite>
  readonly checking: Checking | null
} {
  const writes = useLeadWrites(leadId)
  const [awaited, setAwaited] = useState<Awaited | null>(null)
  const write = awaited === null ? undefined : writes.find(({ id }) => id === awaited.id)
  useEffect(() => {
    if (awaited === null || write === undefined || isOnItsWay(write)) return
    awaited.resolve(write)
    setAwaited(null)
  }, [awaited, write])
  return {
    endOf: (first) =>
      isOnItsWay(first) ? new Promise((resolve) => setAwaited({ id: first.id, resolve })) : Promise.resolve(first),
    checking: write?.state === 'checking' ? { dueAt: write.dueAt } : null,
  }
}

function isOnItsWay({ state, isUnconfirmed }: OwnWrite): boolean {
  return !isUnconfirmed && (state === 'sending' || state === 'checking')
}
