import { useEffect, useState } from 'react'
import type { MessageTemplate } from '#contract/settings.ts'
import { useLeaveGuard } from '#parts/use-leave-guard.ts'
import type { Failure } from '#queries/failure.ts'
import { readSessionDraft, writeSessionDraft } from '#queries/session-draft.ts'
import { useWriteSettings } from '#queries/settings.ts'
import {
  isDraftList,
  isSameSettings,
  type TemplateDraft,
  type TemplateSettings,
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
  /** True where somebody else saved since editing began here: saving now replaces theirs. */
  readonly isOvertaken: boolean
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
export function useTemplates(saved: TemplateSettings, onSaved: () => void): TemplatesState {
  const writing = useWriteSettings()
  const [edited, setEdited] = useState(() => readSessionDraft(draftName, isDraftList))
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  /** What was saved when editing began; null after a reload, which remembers the draft alone. */
  const [base, setBase] = useState<TemplateSettings | null>(null)
  const drafts = edited ?? toDrafts(saved)
  const isChanged = edited !== null && !isSameSettings(toSettings(edited), saved)

  useEffect(() => writeSessionDraft(draftName, isChanged ? edited : null), [edited, isChanged])
  useLeaveGuard(isChanged)

  function edit(next: readonly TemplateDraft[]): void {
    if (edited === null) setBase(saved)
    setEdited(next)
  }

  function settle(): void {
    setEdited(null)
    setBase(null)
    setOpenKey(null)
    setTried(false)
  }

  return {
    drafts,
    openKey,
    isChanged,
    isOvertaken: isChanged && base !== null && !isSameSettings(base, saved),
    isSaving: writing.isPending,
    failure: writing.error?.failure ?? null,
    isTried,
    open: setOpenKey,
    add: () => {
      const key = `new-${Date.now()}`
      edit(withAdded(drafts, key))
      setOpenKey(key)
    },
    remove: (key) => edit(withoutOne(drafts, key)),
    change: (key, change) => edit(withChange(drafts, key, change)),
    move: (key, by) => edit(withMoved(drafts, key, by)),
    save: () => {
      if (writing.isPending) return
      setTried(true)
      const faulty = drafts.find((draft) => templateFault(draft) !== null)
      if (faulty !== undefined) return setOpenKey(faulty.key)
      const isNothing = isSameSettings(toSettings(drafts), saved)
      if (isNothing) return settle()
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
