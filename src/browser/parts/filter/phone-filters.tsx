import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import * as m from '#words/m.ts'
import { activeFilters, type Filters } from './filter-codec.ts'
import { FilterFields } from './filter-fields.tsx'

interface PhoneFiltersProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** The filters where there is no room for chips: a button with their number, and all of them in a dialog. */
export function PhoneFilters({ filters, onChange, isOpen, onOpenChange }: PhoneFiltersProps) {
  const count = activeFilters(filters).length
  return (
    <>
      <Button
        onClick={() => onOpenChange(true)}
        aria-label={count === 0 ? undefined : m.leads_filters_active({ n: count })}
      >
        {m.leads_filters()}
        {count > 0 && <span className="tabular font-semibold">{count}</span>}
      </Button>
      {isOpen && (
        <Dialog title={m.leads_filters()} closeLabel={m.close()} onClose={() => onOpenChange(false)}>
          <FilterFields filters={filters} onChange={onChange} />
        </Dialog>
      )}
    </>
  )
}
