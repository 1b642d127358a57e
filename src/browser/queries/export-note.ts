import { useMutation } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { ExportNote } from '#contract/export-note.ts'
import { ask } from './ask.ts'

/** Leaves the audit line of an export. A file is saved only behind it (safety S37). */
export function useNoteExport() {
  return useMutation({ mutationFn: (body: ExportNote) => ask(bffEndpoints.noteExport, { body }) })
}
