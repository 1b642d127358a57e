import { fieldWord, platformWord, priorityWord, sourceWord } from '#words/vocabulary-words.ts'
import { useDisplay } from '../display.tsx'
import { useMemberName } from '../lead/member-mark.tsx'
import { periodName } from '../period/period-words.ts'
import type { FilterName, Filters } from './filter-codec.ts'

/** What a filter is called: as the field it narrows. */
export function filterWord(name: FilterName): string {
  return fieldWord(name === 'created' ? 'createdAt' : name)
}

/** Writes the value of a filter in words. */
export function useFilterValue(): (name: FilterName, filters: Filters) => string {
  const display = useDisplay()
  const memberName = useMemberName()
  return (name, filters) => {
    switch (name) {
      case 'priority':
        return priorityWord(filters.priority)
      case 'source':
        return sourceWord(filters.source)
      case 'adPlatform':
        return platformWord(filters.adPlatform)
      case 'assignedTo':
        return memberName(filters.assignedTo)
      case 'created':
        return periodName(filters.created, display)
    }
  }
}
