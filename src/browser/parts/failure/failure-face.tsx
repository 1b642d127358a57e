import { useEffect, useEffectEvent } from 'react'
import { useRetryKey } from '#queries/ask-again.ts'
import type { Failure } from '#queries/failure.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { PageLink } from '../access/page-link.tsx'
import { failureText } from './failure-text.ts'
import { RequestId } from './request-id.tsx'
import { Ticking } from './ticking.tsx'

interface FailureFaceProps {
  readonly failure: Failure
  /** Asks the same thing again. */
  readonly askAgain?: () => void
}

/** A failure in place: what happened in words, a way on, the request id to copy. */
export function FailureFace({ failure, askAgain }: FailureFaceProps) {
  return (
    <div role="alert" className="flex flex-col items-start gap-2 text-sm">
      {failure.kind === 'limited' ? (
        <Countdown until={failure.until} onEnd={askAgain} />
      ) : (
        <p className="max-w-prose">{failureText(failure)}</p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <WayOn failure={failure} askAgain={askAgain} />
        <RequestId id={failure.requestId} />
      </div>
    </div>
  )
}

function WayOn({ failure, askAgain }: FailureFaceProps) {
  if (failure.kind === 'forbidden') return <WayLink to="/workspace">{m.failure_forbidden_way()}</WayLink>
  // The page goes to sign-in by itself; a role does not grow by asking again.
  if (failure.kind === 'signed-out' || failure.kind === 'role') return null
  // Asking again does not bring a deleted lead back.
  if (failure.kind === 'not-found') return <WayLink to="/leads">{m.not_found_way()}</WayLink>
  if (askAgain === undefined || failure.kind === 'limited') return null
  if (failure.kind === 'key-refused') return <RetryKey askAgain={askAgain} />
  return (
    <Button look="link" onClick={askAgain}>
      {m.retry()}
    </Button>
  )
}

/** The key stops every view, so all of them ask again, not this one alone. */
function RetryKey({ askAgain }: { readonly askAgain: () => void }) {
  const retryKey = useRetryKey()
  return (
    <Button look="link" onClick={() => retryKey(askAgain)}>
      {m.retry()}
    </Button>
  )
}

function WayLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <PageLink to={to} without="nothing" className="min-h-6 font-medium text-accent hover:underline">
      {children}
    </PageLink>
  )
}

/** Counts the seconds down and asks again, once, when they are over. */
function Countdown({ until, onEnd }: { readonly until: number; readonly onEnd: (() => void) | undefined }) {
  const end = useEffectEvent(() => onEnd?.())
  useEffect(() => {
    const timer = setTimeout(end, Math.max(0, until - Date.now()))
    return () => clearTimeout(timer)
  }, [until])
  return (
    <Ticking until={until} text={(seconds) => m.failure_limited({ seconds })} spoken={m.failure_limited_spoken()} />
  )
}
