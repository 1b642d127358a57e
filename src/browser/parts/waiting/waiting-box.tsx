import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'react-router'
import { isUnderWay } from '#queries/own-write.ts'
import { useOwnWrites } from '#queries/own-writes.ts'
import * as m from '#words/m.ts'
import { useIsOffline } from '../use-is-offline.ts'
import { useLeaveGuard } from '../use-leave-guard.ts'
import { useNow } from '../use-now.ts'
import { UndoKeys } from './undo-keys.tsx'
import { WaitingAction } from './waiting-action.tsx'
import { WaitingItem } from './waiting-item.tsx'
import { firstLines, linesOf } from './waiting-lines.ts'

/** The lines there are. Apart, so that no clock ticks and no code is fetched while there is nothing to tell. */
export function WaitingBox({ onDrawn }: { readonly onDrawn: () => void }) {
  const writes = useOwnWrites()
  // They are nowhere but in this tab.
  useLeaveGuard(writes.some((write) => write.state === 'waiting' && isUnderWay(write)))
  const openLeadId = useOpenLeadId(writes.map(({ leadId }) => leadId))
  const now = useNow(1000)
  const [keptId, setKeptId] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  const drawn = useEffectEvent(onDrawn)
  useEffect(() => drawn())
  const isOffline = useIsOffline()
  const lines = linesOf(writes, { now, openLeadId, keptId, isOffline })
  const first = firstLines(lines)
  const rest = lines.length - first.length
  return (
    <>
      <UndoKeys />
      {lines.length > 0 && (
        // Lists and boards leave room at their end while this stands over them.
        <div
          data-foot=""
          className="pointer-events-auto max-h-[50dvh] w-fit max-w-full overflow-y-auto rounded-lg bg-ink text-surface shadow-float max-md:w-full"
        >
          {rest > 0 && (
            <div className="border-b border-surface/20 px-3.5">
              <WaitingAction onClick={() => setWhole(!isWhole)} isExpanded={isWhole}>
                {isWhole ? m.waiting_fewer() : m.waiting_more({ n: rest })}
              </WaitingAction>
            </div>
          )}
          <ul className="divide-y divide-surface/20">
            {(isWhole ? lines : first).map((line) => (
              <WaitingItem
                key={line.write.id}
                line={line}
                isAsking={line.write.id === keptId}
                onAsk={(isAsking) => setKeptId(isAsking ? line.write.id : null)}
              />
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** The lead that stands in a panel or a form now: the address names it. */
function useOpenLeadId(ids: readonly string[]): string | null {
  const parts = useLocation().pathname.split('/')
  return ids.find((id) => parts.includes(id)) ?? null
}
