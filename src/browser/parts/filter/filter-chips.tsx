import { useRef, useState } from 'react'
import { buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import { Popover } from '#ui/popover.tsx'
import * as m from '#words/m.ts'
import { useReady } from '../use-ready.ts'
import { activeFilters, type FilterName, type Filters, withoutFilter } from './filter-codec.ts'
import { FilterFields, filterForm } from './filter-fields.tsx'
import { filterWord, useFilterValue } from './filter-words.ts'

interface FilterChipsProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  readonly onClearAll: () => void
  /** The panel of all filters, for the key that opens it. */
  readonly isPanelOpen: boolean
  readonly onPanelOpenChange: (isOpen: boolean) => void
}

/** The filters that narrow, each to be edited or taken away, and the one button that adds. */
export function FilterChips({ filters, onChange, onClearAll, isPanelOpen, onPanelOpenChange }: FilterChipsProps) {
  const bar = useRef<HTMLDivElement>(null)
  const active = activeFilters(filters)
  const isPanelReady = useReady(filterForm, isPanelOpen)
  // A chip that goes takes the focus with it: hand it to the button that stays.
  const focusAdd = () => bar.current?.querySelector<HTMLElement>('[data-add-filter]')?.focus()
  return (
    <div ref={bar} className="contents">
      {active.map((name) => (
        <Chip
          key={name}
          name={name}
          filters={filters}
          onChange={onChange}
          onRemove={() => {
            focusAdd()
            onChange(withoutFilter(filters, name))
          }}
        />
      ))}
      <Popover
        label={m.leads_filters()}
        className="max-h-[70dvh] w-72 overflow-y-auto"
        isOpen={isPanelReady}
        onOpenChange={onPanelOpenChange}
        trigger={(props) => (
          <button type="button" data-add-filter="" aria-keyshortcuts="F" className={buttonClass('quiet')} {...props}>
            <Icon name="plus" size={14} />
            {m.leads_filter()}
            <KeyHint>F</KeyHint>
          </button>
        )}
      >
        {() => <FilterFields filters={filters} onChange={onChange} />}
      </Popover>
      {active.length > 1 && (
        <button
          type="button"
          className={buttonClass('link')}
          onClick={() => {
            focusAdd()
            onClearAll()
          }}
        >
          {m.leads_clear_all()}
        </button>
      )}
    </div>
  )
}

interface ChipProps {
  readonly name: FilterName
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  readonly onRemove: () => void
}

function Chip({ name, filters, onChange, onRemove }: ChipProps) {
  const value = useFilterValue()(name, filters)
  const word = filterWord(name)
  const [isOpen, setOpen] = useState(false)
  const isReady = useReady(filterForm, isOpen)
  return (
    <div className="flex h-8 items-center rounded border border-line-strong bg-surface pointer-coarse:h-11">
      <Popover
        label={word}
        className="w-72"
        isOpen={isReady}
        onOpenChange={setOpen}
        trigger={(props) => (
          <button type="button" className="flex h-8 items-center gap-1.5 pr-1 pl-2.5 pointer-coarse:h-11" {...props}>
            <span className="text-ink-2">{word}</span>
            <span className="max-w-40 truncate font-medium">{value}</span>
          </button>
        )}
      >
        {() => <FilterFields only={name} filters={filters} onChange={onChange} />}
      </Popover>
      <button
        type="button"
        aria-label={m.leads_filter_remove({ filter: word })}
        className="flex size-7 items-center justify-center text-ink-2 hover:text-ink pointer-coarse:size-11"
        onClick={onRemove}
      >
        <Icon name="close" size={12} />
      </button>
    </div>
  )
}
