import * as m from '#words/m.ts'
import { activeFilters, type Filters, filterNames, noFilters } from './filter-codec.ts'
import { FilterField } from './filter-field.tsx'

interface FilterFieldsProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** Every filter in one panel, beneath the "+ Filter" button or as a phone's sheet. */
export function FilterFields({ filters, onChange }: FilterFieldsProps) {
  return (
    <div className="flex flex-col gap-3 p-2">
      {filterNames.map((name) => (
        <FilterField key={name} name={name} filters={filters} onChange={onChange} />
      ))}
      <div className="flex items-baseline justify-between gap-3">
        <p className="text-xs text-ink-3">{m.leads_filter_one_value()}</p>
        {activeFilters(filters).length > 0 && (
          <button
            type="button"
            className="min-h-6 shrink-0 font-medium text-accent hover:underline pointer-coarse:min-h-11"
            onClick={() => onChange(noFilters)}
          >
            {m.leads_clear_all()}
          </button>
        )}
      </div>
    </div>
  )
}
