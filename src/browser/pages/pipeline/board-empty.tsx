import { activeFilters, withoutFilter } from '#parts/filter/filter-codec.ts'
import { filterWord, useFilterValue } from '#parts/filter/filter-words.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { columnStatuses } from './board-statuses.ts'
import type { BoardData } from './use-board.ts'
import type { PipelineControl } from './use-pipeline-view.ts'

/** A board without a card: because there is none yet, or because nothing matches, which names what to take away. */
export function BoardEmpty({ control, board }: { readonly control: PipelineControl; readonly board: BoardData }) {
  const valueWord = useFilterValue()
  const isEmpty = columnStatuses.every(
    (status) => board.lists[status].leads !== undefined && board.columns[status].cards.length === 0,
  )
  if (!isEmpty) return null
  const { filters } = control.view
  const names = activeFilters(filters)
  const last = names.at(-1)
  return (
    <div className="flex flex-col items-start gap-3 p-6 max-md:absolute max-md:inset-x-0 max-md:top-6">
      <h2 className="text-base font-semibold">{last === undefined ? m.pipeline_nothing() : m.leads_no_match()}</h2>
      {last !== undefined && (
        <>
          <p className="max-w-prose text-ink-2">
            {names.map((name) => `${filterWord(name)} ${valueWord(name, filters)}`).join(' · ')}
          </p>
          <Button onClick={() => control.changeFilters(withoutFilter(filters, last))}>
            {m.leads_clear_one({ filter: filterWord(last) })}
          </Button>
        </>
      )}
    </div>
  )
}
