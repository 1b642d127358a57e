import { useState } from 'react'
import { IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'

/** Names the parts of an address that were not understood; the rest was applied. Can be dismissed. */
export function IgnoredLine({ parts }: { readonly parts: readonly string[] }) {
  const text = parts.join(', ')
  const [dismissed, setDismissed] = useState('')
  if (text === '' || dismissed === text) return null
  return (
    <div role="status" className="flex items-center justify-between gap-3 bg-warn-soft px-4 py-1 text-warn md:px-6">
      <span>{m.ignored_title({ parts: text })}</span>
      <IconButton label={m.dismiss()} onClick={() => setDismissed(text)}>
        <Icon name="close" size={14} />
      </IconButton>
    </div>
  )
}
