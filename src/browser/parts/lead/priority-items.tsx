import type { Lead, LeadChanges } from '#contract/lead.ts'
import { leadPriorities } from '#contract/vocabularies.ts'
import type { MenuItem } from '#ui/menu-choice.tsx'
import * as m from '#words/m.ts'
import { priorityWord } from '#words/vocabulary-words.ts'
import { PriorityBadge } from './priority-badge.tsx'

const none = ''

/** The priorities, the highest first, and none. */
export function priorityItems(lead: Pick<Lead, 'priority'>): readonly MenuItem[] {
  const items = leadPriorities.toReversed().map((priority) => ({
    id: priority as string,
    text: priorityWord(priority),
    content: priority === 'high' || priority === 'urgent' ? <PriorityBadge priority={priority} /> : undefined,
    isChecked: priority === lead.priority,
  }))
  return [...items, { id: none, text: m.lead_form_none(), isChecked: lead.priority === null || lead.priority === '' }]
}

/** What an item of the menu changes; null where it is so already. */
export function pickedPriority(lead: Pick<Lead, 'priority'>, id: string): LeadChanges | null {
  const priority = leadPriorities.find((each) => each === id) ?? null
  return priority === (lead.priority || null) ? null : { priority }
}
