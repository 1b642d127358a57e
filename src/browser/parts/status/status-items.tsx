import type { Lead } from '#contract/lead.ts'
import type { LeadStatus } from '#contract/vocabularies.ts'
import type { MenuItem } from '#ui/menu-choice.tsx'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import { StatusMark } from '../lead/status-mark.tsx'
import { eventHint } from './event-line.ts'
import { asksFirst, settableStatuses } from './next-status.ts'

/** The statuses one can choose for a lead, each with what it sends; Won and Lost go on with a question. */
export function statusItems(lead: Pick<Lead, 'status' | 'adPlatform'>): readonly MenuItem[] {
  return settableStatuses.map((status) => ({
    id: status,
    text: statusWord(status),
    content: (
      <StatusMark
        status={status}
        label={asksFirst(status) ? m.status_asks({ status: statusWord(status) }) : undefined}
      />
    ),
    hint: eventHint(status, lead.adPlatform),
    isChecked: status === lead.status,
  }))
}

/** Said once where no status of a lead sends anything. */
export function statusNote({ adPlatform }: Pick<Lead, 'adPlatform'>): string | undefined {
  const sends = settableStatuses.some((status) => eventHint(status, adPlatform) !== undefined)
  return sends ? undefined : m.status_sends_nothing()
}

/** The status that an item of the menu stands for. */
export function pickedStatus(id: string): LeadStatus | undefined {
  return settableStatuses.find((status) => status === id)
}
