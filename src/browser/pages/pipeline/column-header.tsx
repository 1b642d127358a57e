import { useDisplay } from '#parts/display.tsx'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import * as m from '#words/m.ts'
import type { BoardColumn } from './board-columns.ts'
import type { BoardStatus } from './board-statuses.ts'
import { cardsSum } from './cards-sum.ts'

/** The true count of a status as it was asked; moves since then, one's own or news, stand beside it and are not mixed into it. */
export function StatusCount({ column }: { readonly column: BoardColumn }) {
  const { numbers } = useDisplay()
  const { total, moves: moved } = column
  if (total === null) return null
  const count = numbers.count(total)
  if (moved === 0) return <span className="tabular font-normal text-ink-3">{count}</span>
  const moves = `${moved > 0 ? '+' : '−'}${numbers.count(Math.abs(moved))}`
  const text = m.pipeline_moves({ total: count, moves })
  return (
    <span className="tabular font-normal text-ink-3" title={text}>
      <span aria-hidden="true">
        {count} <span className="font-medium text-accent">{moves}</span>
      </span>
      <span className="sr-only">{text}</span>
    </span>
  )
}

/** Ring, word and true count; under it the sum of the cards that are loaded, which is not the sum of the column. A phone has both in its tabs. */
export function ColumnHeader({ status, column }: { readonly status: BoardStatus; readonly column: BoardColumn }) {
  return (
    <header className="flex min-h-6 items-center gap-2 px-0.5 max-md:sr-only">
      <h2 className="min-w-0 font-semibold">
        <StatusMark status={status} />
      </h2>
      <StatusCount column={column} />
    </header>
  )
}

/** The worth of the loaded cards, and how many of them say nothing of their worth. */
export function SumLine({ column }: { readonly column: BoardColumn }) {
  const { numbers } = useDisplay()
  const { sum, withoutValue } = cardsSum(column.cards)
  return (
    <p className="tabular flex flex-wrap gap-x-1.5 px-0.5 text-xs text-ink-3 md:min-h-8 md:flex-col">
      {sum !== null && <span title={numbers.money(sum)}>{m.pipeline_on_cards({ sum: numbers.moneyShort(sum) })}</span>}
      {sum !== null && withoutValue > 0 && (
        <span aria-hidden="true" className="md:hidden">
          ·
        </span>
      )}
      {withoutValue > 0 && <span>{m.pipeline_without_value({ n: numbers.count(withoutValue) })}</span>}
    </p>
  )
}
