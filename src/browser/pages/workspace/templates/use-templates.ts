import { useEffect, useState } from 'react'
import type { MessageTemplate, Settings } from '#contract/settings.ts'
import { useLeaveGuard } from '#parts/use-leave-guard.ts'
import type { Failure } from '#queries/failure.ts'
import { readSessionDraft, writeSessionDraft } from '#queries/session-draft.ts'
import { useWriteSettings } from '#queries/settings.ts'
import {
  isDraftList,
  isSameSettings,
  type TemplateDraft,
  templateFault,
  toDrafts,
  toSettings,
  withAdded,
  withChange,
  withMoved,
  withoutOne,
} from './template-list.ts'

export interface TemplatesState {
  readonly drafts: readonly TemplateDraft[]
  /** The one that is open for editing; null for none. */
  readonly openKey: string | null
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly failure: Failure | null
  /** True once somebody tried to save: from then on faults are told at all of them. */
  readonly isTried: boolean
  readonly open: (key: string | null) => void
  readonly add: () => void
  readonly remove: (key: string) => void
  readonly change: (key: string, change: Partial<MessageTemplate>) => void
  readonly move: (key: string, by: -1 | 1) => void
  readonly save: () => void
  readonly discard: () => void
}

const draftName = 'templates'

/** The templates as they are edited: kept in this tab until they are saved, all at once, for everybody. */
export function useTemplates(saved: Settings, onSaved: () => void): TemplatesState {
  const writing = useWriteSettings()
  const [edited, setEdited] = useState(() => readSessionDraft(draftName, isDraftList))
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const drafts = edited ?? toDrafts(saved)
  const isChanged = edited !== null && !isSameSettings(toSettings(edited), saved)

  useEffect(() => writeSessionDraft(draftName, isChanged ? edited : null), [edited, isChanged])
  useLeaveGuard(isChanged)

  function settle(): void {
    setEdited(null)
    setOpenKey(null)
    setTried(false)
  }

  return {
    drafts,
    openKey,
    isChanged,
    isSaving: writing.isPending,
    failure: writing.error?.failure ?? null,
    isTried,
    open: setOpenKey,
    add: () => {
      const key = `new-${Date.now()}`
      setEdited(withAdded(drafts, key))
      setOpenKey(key)
    },
    remove: (key) => setEdited(withoutOne(drafts, key)),
    change: (key, change) => setEdited(withChange(drafts, key, change)),
    move: (key, by) => setEdited(withMoved(drafts, key, by)),
    save: () => {
      if (writing.isPending) return
      setTried(true)
      const faulty = drafts.find((draft) => templateFault(draft) !== null)
      if (faulty !== undefined) return setOpenKey(faulty.key)
      writing.mutate(toSettings(drafts), {
        onSuccess: () => {
          settle()
          onSaved()
        },
      })
    },
    discard: () => {
      writing.reset()
      settle()
    },
  }
}
