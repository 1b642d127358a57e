import type { ReactNode } from 'react'
import { eventValue, type UnsentRow, urgencyOf } from '#parts/conversions/unsent-rows.ts'
import { useDisplay } from '#parts/display.tsx'
import { Segmented } from '#ui/segmented.tsx'
import * as m from '#words/m.ts'
import { type StateChoice, stateChoices } from '../conversions-view-codec.ts'
import { rowsOf } from './rows-of-state.ts'

interface ListHeaderProps {
  /** Those of the chosen platform, of every state. */
  readonly rows: readonly UnsentRow[]
  readonly state: StateChoice
  readonly onState: (state: StateChoice) => void
  /** Freshness and what else can be done with the list. */
  readonly children: ReactNode
}

/** What the list holds: how many, worth what, how urgent; and the choice of a state. */
export function ListHeader({ rows, state, onState, children }: ListHeaderProps) {
  const { numbers } = useDisplay()
  const { soon, late } = urgencyOf(rows)
  const countOf = (choice: StateChoice) => rowsOf(rows, choice).length
  return (
    <header className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <h2 className="font-semibold">{m.conversions_list()}</h2>
          <ValueLine rows={rowsOf(rows, state)} />
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">{children}</div>
      </div>
      {rows.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Segmented
            label={m.conversions_state()}
            options={stateChoices.map((choice) => ({
              value: choice,
              label: stateLabels[choice]({ n: numbers.count(countOf(choice)) }),
            }))}
            value={state}
            onChange={onState}
          />
          <p className="tabular text-xs text-ink-3">
            {[
              soon > 0 ? m.conversions_soon_line({ n: numbers.count(soon) }) : '',
              late > 0 ? m.conversions_late_line({ n: numbers.count(late) }) : '',
              m.conversions_list_note(),
            ]
              .filter((part) => part !== '')
              .join(' ')}
          </p>
        </div>
      )}
    </header>
  )
}

const stateLabels = {
  all: m.conversions_state_all,
  pending: m.conversions_state_pending,
  partial: m.conversions_state_partial,
  failed: m.conversions_state_failed,
} as const

/** "8 · value not yet reported Rp 182.7 mn": the sum of what is loaded, and says so. */
function ValueLine({ rows }: { readonly rows: readonly UnsentRow[] }) {
  const { numbers } = useDisplay()
  const loaded = rows.filter(({ lead }) => lead !== undefined)
  const n = numbers.count(rows.length)
  if (loaded.length === 0) return <span className="tabular text-xs text-ink-3">{n}</span>
  const sum = loaded.reduce((total, { lead }) => total + (eventValue(lead) ?? 0), 0)
  const value = numbers.moneyShort(sum)
  return (
    <span className="tabular text-xs text-ink-3" title={numbers.money(sum)}>
      {loaded.length === rows.length
        ? m.conversions_count_value({ n, value })
        : m.conversions_count_value_part({ n, value, known: numbers.count(loaded.length) })}
    </span>
  )
}
