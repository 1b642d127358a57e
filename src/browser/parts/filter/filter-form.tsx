import * as m from '#words/m.ts'
import { activeFilters, type FilterName, type Filters, filterNames, noFilters } from './filter-codec.ts'
import { FilterField } from './filter-field.tsx'

export interface FilterFormProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  /** The one filter to draw; without, every one. */
  readonly only?: FilterName
}

/** The controls of the filters: of one, beneath its chip; of all, beneath the "+ Filter" button or as a phone's sheet. */
export function FilterForm({ filters, onChange, only }: FilterFormProps) {
  return (
    <div className="flex flex-col gap-3 p-2">
      {(only === undefined ? filterNames : [only]).map((name) => (
        <FilterField key={name} name={name} filters={filters} onChange={onChange} />
      ))}
      {only === undefined && (
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
      )}
    </div>
  )
}
