import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import type { FigureChange } from './figure-change.ts'

interface ChangeNoteProps {
  readonly change: FigureChange
  /** The figure's own unit in words, without a sign. */
  readonly format: (value: number) => string
  /** How a difference is written where it is not in the figure's unit: points of a rate. */
  readonly formatBy?: ((by: number) => string) | undefined
  /** What was before in words, where the figure alone says too little. */
  readonly beforeText?: string | undefined
}

/** "+142 (+12%), before: 1,142". Better and worse have a sign and a word beside their colour; what still matures has neither. */
export function ChangeNote({ change, format, formatBy = format, beforeText }: ChangeNoteProps) {
  const { numbers } = useDisplay()
  if (change.kind === 'none-before') return <p className="text-xs text-ink-3">{m.change_none_before()}</p>
  if (change.kind === 'unknown') return <p className="text-xs text-ink-3">{m.change_unknown()}</p>
  const before = m.change_before({ before: beforeText ?? format(change.before) })
  if (change.kind !== 'changed') {
    return (
      <p className="tabular text-xs text-ink-3">
        {change.kind === 'maturing' ? m.change_maturing() : m.change_few()} · {before}
      </p>
    )
  }
  const { by, share, isChance } = change
  return (
    <p className="tabular text-xs text-ink-3">
      {formatBy(Math.abs(by)) === formatBy(0) ? (
        m.change_same()
      ) : (
        <span className={classNames('font-medium', !isChance && (by > 0 ? 'text-good' : 'text-bad'))}>
          {!isChance && <span aria-hidden="true">{by > 0 ? '▲ ' : '▼ '}</span>}
          {signed(by, formatBy)}
          {share !== null && ` (${signed(share, (value) => numbers.percent(value, 0))})`}
          {isChance && <span className="font-normal">, {m.change_chance()}</span>}
        </span>
      )}{' '}
      · {before}
    </p>
  )
}

function signed(value: number, format: (value: number) => string): string {
  return `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`
}
