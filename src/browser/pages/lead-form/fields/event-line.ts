import { defaultEvent } from '#contract/default-events.ts'
import type { LeadDraft } from '#parts/lead/lead-draft.ts'
import * as m from '#words/m.ts'
import { platformWord, statusWord } from '#words/vocabulary-words.ts'

export interface EventLineProps {
  readonly start: LeadDraft
  readonly draft: LeadDraft
  readonly isNew: boolean
}

/** What saving sends to an ad platform by default: a status is not a harmless field. */
export function eventLine({ start, draft, isNew }: EventLineProps): string {
  if (!isNew && draft.status === start.status) return m.lead_form_status_same()
  const event = defaultEvent(draft.status, draft.adPlatform)
  if (event === null) return m.lead_form_sends_nothing()
  return m.lead_form_sends({ status: statusWord(draft.status), platform: platformWord(draft.adPlatform), event })
}
