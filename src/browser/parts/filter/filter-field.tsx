import { adPlatforms, leadPriorities, leadSources } from '#contract/vocabularies.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { platformWord, priorityWord, sourceWord } from '#words/vocabulary-words.ts'
import { FilterAssignee } from './filter-assignee.tsx'
import type { FilterName, Filters } from './filter-codec.ts'
import { FilterCreated } from './filter-created.tsx'
import { filterWord } from './filter-words.ts'

interface FilterFieldProps {
  readonly name: FilterName
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

const choices = {
  priority: leadPriorities.map((value) => ({ value, label: () => priorityWord(value) })),
  source: leadSources.map((value) => ({ value, label: () => sourceWord(value) })),
  adPlatform: adPlatforms.map((value) => ({ value, label: () => platformWord(value) })),
} as const

/** The control of one filter. A choice applies at once. */
export function FilterField({ name, filters, onChange }: FilterFieldProps) {
  if (name === 'assignedTo') {
    return <FilterAssignee value={filters.assignedTo} onChange={(assignedTo) => onChange({ ...filters, assignedTo })} />
  }
  if (name === 'created') {
    return <FilterCreated value={filters.created} onChange={(created) => onChange({ ...filters, created })} />
  }
  return (
    <Field label={filterWord(name)}>
      {(wiring) => (
        <Select
          {...wiring}
          value={filters[name] ?? ''}
          onChange={(event) => {
            const choice = choices[name].find(({ value }) => value === event.target.value)
            onChange({ ...filters, [name]: choice?.value ?? null })
          }}
        >
          <option value="">{m.leads_filter_any()}</option>
          {choices[name].map(({ value, label }) => (
            <option key={value} value={value}>
              {label()}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
