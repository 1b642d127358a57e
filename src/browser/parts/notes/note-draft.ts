import { useSyncExternalStore } from 'react'
import { readSessionDraft, writeSessionDraft } from '#queries/session-draft.ts'

/** Where the browser stores nothing, the tab still remembers. */
const drafts = new Map<string, string>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is typed for a lead and not added yet; a person who walks on finds it when they come back. */
export function readNoteDraft(leadId: string): string {
  return drafts.get(leadId) ?? readSessionDraft(nameOf(leadId), isNoteDraft)?.text ?? ''
}

export function writeNoteDraft(leadId: string, text: string): void {
  drafts.set(leadId, text)
  writeSessionDraft(nameOf(leadId), text === '' ? null : { text })
  for (const listener of listeners) listener()
}

/** The same, followed: a note that failed can be put back into its box from outside. */
export function useNoteDraft(leadId: string): string {
  return useSyncExternalStore(subscribe, () => readNoteDraft(leadId))
}

function nameOf(leadId: string): string {
  return `note.${leadId}`
}

function isNoteDraft(value: unknown): value is { readonly text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
}
