import { useState } from 'react'
import type { ScopeSeen, ScopeState, Status } from '#contract/status.ts'
import { scopes as knownScopes, type Scope } from '#contract/vocabularies.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { useNow } from '#parts/use-now.ts'
import { useStatus } from '#queries/status.ts'
import { Badge, type BadgeTone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import * as m from '#words/m.ts'
import { ProbeDialog } from './probe-dialog.tsx'
import { scopeFeatures } from './scope-features.ts'

const states: Readonly<Record<ScopeState, { readonly tone: BadgeTone; readonly word: () => string }>> = {
  works: { tone: 'good', word: m.workspace_works },
  missing: { tone: 'bad', word: m.workspace_missing },
  unknown: { tone: 'neutral', word: m.workspace_unknown },
}

/** What the key has been seen to do, scope by scope, how that is known, and which box to tick where one is missing. */
export function KeyCard() {
  const view = useStatus()
  const [probed, setProbed] = useState<readonly Scope[] | null>(null)
  return (
    <Card
      title={m.workspace_key()}
      aside={
        view.data !== undefined && (
          <span className="flex flex-wrap items-center gap-x-4">
            {keyLine(view.data)}
            <Button look="link" onClick={() => setProbed(knownScopes)}>
              {m.workspace_check()}
            </Button>
          </span>
        )
      }
    >
      <AsyncView view={view}>
        {({ scopes }) => (
          <div className="overflow-x-auto">
            <table className="w-full text-left max-md:block">
              <thead className="sr-only">
                <tr>
                  <th scope="col">{m.workspace_scope()}</th>
                  <th scope="col">{m.workspace_state()}</th>
                  <th scope="col">{m.workspace_unlocks()}</th>
                  <th scope="col">{m.workspace_since()}</th>
                </tr>
              </thead>
              <tbody className="max-md:block">
                {scopes.map((seen) => (
                  <ScopeRow key={seen.scope} seen={seen} onTry={(scope) => setProbed([scope])} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </AsyncView>
      {probed !== null && <ProbeDialog scopes={probed} onClose={() => setProbed(null)} />}
    </Card>
  )
}

const cell = 'py-2.5 pr-4 max-md:py-0 max-md:pr-0'

interface ScopeRowProps {
  readonly seen: ScopeSeen
  readonly onTry: (scope: Scope) => void
}

function ScopeRow({ seen, onTry }: ScopeRowProps) {
  const scope = knownScopes.find((known) => known === seen.scope)
  const { tone, word } = states[seen.state]
  return (
    <tr className="border-t border-line align-baseline first:border-t-0 max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:gap-y-0.5 max-md:py-2.5">
      <th scope="row" className={`${cell} font-medium whitespace-nowrap`}>
        {seen.scope}
      </th>
      <td className={cell}>
        <Badge tone={tone}>{word()}</Badge>
      </td>
      <td className={`${cell} max-md:col-span-2`}>{scopeFeatures(seen.scope)}</td>
      <td className="tabular py-2.5 text-ink-3 max-md:col-span-2 max-md:py-0">
        <HowKnown seen={seen} />
        {seen.state !== 'works' && scope !== undefined && (
          <Button look="link" className="ml-3" onClick={() => onTry(scope)}>
            {m.workspace_try()}
            <span className="sr-only"> {scope}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}

function HowKnown({ seen: { scope, state, seenAt } }: { readonly seen: ScopeSeen }) {
  const { dates } = useDisplay()
  const now = useNow(60_000)
  if (state === 'unknown') return m.workspace_untried()
  const isToday = dates.date(seenAt) === dates.date(now)
  const time = isToday ? dates.time(seenAt) : dates.dateTime(seenAt)
  return state === 'works' ? m.workspace_seen({ time }) : m.workspace_refused({ time, scope })
}

function keyLine({ keyEndsWith: last, upstream }: Status): string {
  const say = upstream.kind === 'sandbox' ? m.workspace_key_sample : m.workspace_key_ends
  return say({ last, host: upstream.host })
}
