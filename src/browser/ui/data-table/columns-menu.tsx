import { IconButton } from '../button.tsx'
import { Icon } from '../icon.tsx'
import type { DataColumn } from './data-column.ts'
import { firstLayout, moveColumn, showColumn, sizeColumn, type TableLayout } from './table-layout.ts'

/** One press of "wider", in pixels. */
const widthStep = 24

export interface ColumnsMenuWords {
  readonly earlier: (column: string) => string
  readonly later: (column: string) => string
  readonly narrower: (column: string) => string
  readonly wider: (column: string) => string
  readonly reset: string
}

interface ColumnsMenuProps {
  readonly columns: readonly DataColumn<never>[]
  readonly layout: TableLayout
  readonly onChange: (layout: TableLayout) => void
  readonly words: ColumnsMenuWords
}

/** Every column: shown or not, its place, its width. The keyboard's way to all three. */
export function ColumnsMenu({ columns, layout, onChange, words }: ColumnsMenuProps) {
  return (
    <>
      <ul className="flex flex-col">
        {layout.order.map((id) => {
          const column = columns.find((candidate) => candidate.id === id)
          if (column === undefined) return null
          const label = column.label()
          const isShown = !layout.hidden.includes(id)
          const width = layout.widths[id] ?? column.width
          return (
            <li key={id} className="flex items-center gap-1">
              <label className="flex min-h-8 min-w-0 flex-1 cursor-pointer items-center gap-2.5 px-1.5 pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={isShown}
                  disabled={column.isAlwaysShown}
                  onChange={(event) => onChange(showColumn(layout, id, event.target.checked))}
                />
                <span className="truncate">{label}</span>
              </label>
              <Step
                label={words.narrower(label)}
                icon="left"
                act={() => onChange(sizeColumn(layout, id, width - widthStep))}
              />
              <Step
                label={words.wider(label)}
                icon="right"
                act={() => onChange(sizeColumn(layout, id, width + widthStep))}
              />
              <Step label={words.earlier(label)} icon="up" act={() => onChange(moveColumn(layout, id, -1))} />
              <Step label={words.later(label)} icon="down" act={() => onChange(moveColumn(layout, id, 1))} />
            </li>
          )
        })}
      </ul>
      <button
        type="button"
        className="mt-1 min-h-8 w-full border-t border-line px-1.5 pt-1 text-left font-medium text-accent hover:underline pointer-coarse:min-h-11"
        onClick={() => onChange(firstLayout(columns))}
      >
        {words.reset}
      </button>
    </>
  )
}

interface StepProps {
  readonly label: string
  readonly icon: 'left' | 'right' | 'up' | 'down'
  readonly act: () => void
}

function Step({ label, icon, act }: StepProps) {
  return (
    <IconButton
      label={label}
      className="size-7"
      onClick={(event) => {
        const button = event.currentTarget
        act()
        // A line that moves takes its button out of the page for a moment, and the focus with it.
        requestAnimationFrame(() => button.focus())
      }}
    >
      <Icon name={icon} size={14} />
    </IconButton>
  )
}
