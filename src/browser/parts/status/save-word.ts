import type { SaveState } from '#queries/own-write.ts'
import * as m from '#words/m.ts'

const words: Readonly<Record<Exclude<SaveState, 'held'>, () => string>> = {
  saving: m.status_save_saving,
  checking: m.status_save_checking,
  saved: m.status_save_saved,
  failed: m.status_save_failed,
  unknown: m.status_save_unknown,
}

/** How a change stands, in a word or two. */
export function saveWord(state: Exclude<SaveState, 'held'>): string {
  return words[state]()
}
