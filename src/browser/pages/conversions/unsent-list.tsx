import { type ReactNode, useState } from 'react'
import type { UnsentConversion } from '#contract/analytics.ts'
import { unsentStates } from '#contract/vocabularies.ts'
import { useDisplay } from '#parts/display.tsx'
import { Button } from '#ui/button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import * as m from '#words/m.ts'
import type { StateChoice } from './sync-state-codec.ts'
import { UnsentTable } from './unsent-table.tsx'

/** Rows drawn at first and with each step: thousands at once would make the page slow, and nobody reads them at once. */
const stepRows = 100

interface UnsentListProps {
  readonly rows: readonly UnsentConversion[]
  readonly state: StateChoice
  readonly onState: (state: StateChoice) => void
  readonly asOf: ReactNode
}

/** Every event that is not fully delivered, by its state, a step of rows at a time. */
export function UnsentList({ rows, state, onState, asOf }: UnsentListProps) {
  const matching = state === 'all' ? rows : rows.filter((row) => row.conversionSyncStatus === state)
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <h2 className="font-semibold">{m.conversions_list()}</h2>
          <span className="text-xs text-ink-3">{m.conversions_list_note()}</span>
          {asOf}
        </div>
        {rows.length > 0 && <StateFilter rows={rows} state={state} onState={onState} />}
      </header>
      {matching.length > 0 && <StepwiseTable key={state} rows={matching} />}
      {rows.length === 0 && <p className="border-t border-line px-4 py-6">{m.conversions_all_delivered()}</p>}
      {rows.length > 0 && matching.length === 0 && (
        <div className="flex flex-col items-start gap-3 border-t border-line px-4 py-6">
          <p>{m.conversions_no_match()}</p>
          <Button onClick={() => onState('all')}>{m.conversions_show_all()}</Button>
        </div>
      )}
    </>
  )
}

const stateLabels = {
  all: m.conversions_state_all,
  pending: m.conversions_state_pending,
  partial: m.conversions_state_partial,
  failed: m.conversions_state_failed,
} as const

function StateFilter({ rows, state, onState }: Omit<UnsentListProps, 'asOf'>) {
  const { numbers } = useDisplay()
  const countOf = (choice: StateChoice) =>
    choice === 'all' ? rows.length : rows.filter((row) => row.conversionSyncStatus === choice).length
  return (
    <Segmented
      label={m.conversions_state()}
      options={(['all', ...unsentStates] as const).map((choice) => ({
        value: choice,
        label: stateLabels[choice]({ n: numbers.count(countOf(choice)) }),
      }))}
      value={state}
      onChange={onState}
    />
  )
}

function StepwiseTable({ rows }: { readonly rows: readonly UnsentConversion[] }) {
  const { numbers } = useDisplay()
  const [limit, setLimit] = useState(stepRows)
  const left = rows.length - limit
  return (
    <>
      <UnsentTable rows={rows.slice(0, limit)} />
      {left > 0 && (
        <div className="flex flex-wrap items-center gap-4 border-t border-line px-4 py-3">
          <span className="tabular text-ink-3">
            {m.conversions_shown({ shown: numbers.count(limit), all: numbers.count(rows.length) })}
          </span>
          <Button onClick={() => setLimit(limit + stepRows)}>
            {m.conversions_more({ n: numbers.count(Math.min(stepRows, left)) })}
          </Button>
        </div>
      )}
    </>
  )
}
