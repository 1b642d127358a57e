import { useOwnWrites, useWriteActions } from '#queries/own-writes.ts'
import * as m from '#words/m.ts'
import { useDocumentKey } from '../document-key.ts'
import { useShortcut } from '../shortcuts.tsx'
import { undoableOf } from './waiting-face.ts'

/** `U`, or Ctrl or Cmd with Z, takes the last change back while that can be done; text has an undo of its own. */
export function UndoKeys() {
  const last = undoableOf(useOwnWrites())
  const { undo } = useWriteActions()
  const act = () => last !== undefined && undo(last.id)
  useShortcut(last === undefined ? [] : ['u'], m.waiting_key_undo(), act)
  useDocumentKey((event) => last !== undefined && isUndoKey(event), act)
  return null
}

function isUndoKey({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'z' || ctrlKey === metaKey || shiftKey || altKey) return false
  return !(target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
}
