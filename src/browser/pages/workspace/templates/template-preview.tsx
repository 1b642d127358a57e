import { useMe } from '#parts/me/use-me.ts'
import { messageText } from '#parts/whatsapp/message-text.ts'
import { useWorkspace } from '#queries/workspace.ts'
import * as m from '#words/m.ts'

interface TemplatePreviewProps {
  readonly text: string
  readonly language: 'id' | 'en'
}

/** The message as an invented customer would read it, from the person at this browser where that is known. */
export function TemplatePreview({ text, language }: TemplatePreviewProps) {
  const me = useMe()
  const { data: workspace } = useWorkspace()
  const sample = messageText(text, {
    name: 'Dewi',
    me: me.name ?? 'Sari',
    shop: workspace?.displayName ?? 'Toko Budi',
    code: 'AB12CD',
  })
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span className="text-xs text-ink-3">{m.workspace_template_preview()}</span>
      <p
        lang={language}
        dir="auto"
        className="min-h-9 rounded bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-wrap text-ink-2"
      >
        {sample.trim() === '' ? '–' : sample}
      </p>
    </div>
  )
}
