import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { type LeadStatus, leadStatuses } from '#contract/vocabularies.ts'
import { useDisplay } from '#parts/display.tsx'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import type { LeadPlace } from '../use-lead-view.ts'

interface StatusStripProps {
  readonly status: LeadStatus | null
  /** How many leads the present choice has; null while nobody knows. The other counts would each cost a call. */
  readonly total: number | null
  readonly placeOf: (status: LeadStatus | null) => LeadPlace
}

const choices: readonly (LeadStatus | null)[] = [null, ...leadStatuses.slice(1), 'pageview']

/** All and every status, as links. */
export function StatusStrip({ status, total, placeOf }: StatusStripProps) {
  const { numbers } = useDisplay()
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    // Names the dependency: the chosen one comes into sight where the strip scrolls.
    if (status === undefined) return
    strip.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [status])
  return (
    <nav
      ref={strip}
      aria-label={m.field_status()}
      className="flex h-10 shrink-0 gap-5 overflow-x-auto overflow-y-hidden border-b border-line px-4 md:px-6 pointer-coarse:h-[45px]"
    >
      {choices.map((choice) => {
        const isCurrent = choice === status
        const { to, state } = placeOf(choice)
        return (
          <Link
            key={choice ?? 'all'}
            to={to}
            state={state}
            aria-current={isCurrent ? 'page' : undefined}
            className={classNames(
              'flex shrink-0 items-center gap-2 border-b-2 font-medium focus-visible:-outline-offset-2',
              isCurrent ? 'border-ink text-ink' : 'border-transparent text-ink-2 hover:text-ink',
            )}
          >
            {choice === null ? m.leads_all() : <StatusMark status={choice} />}
            {isCurrent && total !== null && (
              <span className="tabular font-normal text-ink-3">{numbers.count(total)}</span>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
