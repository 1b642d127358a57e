import type { LeadField } from '#contract/lead.ts'
import * as m from '#words/m.ts'
import { platformWord, priorityWord, sourceWord, statusWord } from '#words/vocabulary-words.ts'
import { type Display, useDisplay } from '../display.tsx'
import { useMemberName } from './member-mark.tsx'

type Value = string | number | null | undefined

/** Any value of a lead in words, as it stands in a sentence or a comparison. */
export function useLeadValueText(): (field: LeadField, value: Value) => string {
  const display = useDisplay()
  const memberName = useMemberName()
  return (field, value) => {
    if (value == null || value === '') return m.lead_form_empty()
    return typeof value === 'number' ? amountWords(field, value, display) : textWords(field, value, memberName)
  }
}

function amountWords(field: LeadField, value: number, { numbers }: Display): string {
  return field === 'estimatedValue' || field === 'actualValue' ? numbers.money(value) : String(value)
}

function textWords(field: LeadField, value: string, memberName: (id: string) => string): string {
  switch (field) {
    case 'status':
      return statusWord(value)
    case 'priority':
      return priorityWord(value)
    case 'source':
      return sourceWord(value)
    case 'adPlatform':
      return platformWord(value)
    case 'assignedTo':
      return memberName(value)
    default:
      return value
  }
}
