import { useState } from 'react'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'

/** The request id of a failure, short, and whole into the clipboard. */
export function RequestId({ id }: { readonly id: string | null }) {
  const [isCopied, setCopied] = useState(false)
  if (id === null) return null
  return (
    <button
      type="button"
      className="inline-flex min-h-6 items-center gap-1.5 text-xs text-ink-3 hover:text-ink"
      title={id}
      onClick={() => void navigator.clipboard?.writeText(id).then(() => setCopied(true))}
    >
      {m.failure_request_id({ id: id.slice(0, 8) })}
      <Icon name={isCopied ? 'check' : 'copy'} size={12} />
      <span className="sr-only">{isCopied ? m.copied() : m.copy()}</span>
    </button>
  )
}
