import { useEffect, useRef, useState } from 'react'
import { IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { copyText } from '../notes/copy-text.ts'

/** How long the tick stays, in milliseconds. */
const shownForMs = 2000

interface CopyButtonProps {
  readonly text: string
  /** What is copied, in words. */
  readonly label: string
}

/** Copies a value and says so, or that the browser forbids it. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [result, setResult] = useState<'copied' | 'refused' | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const copy = async () => {
    setResult((await copyText(text)) ? 'copied' : 'refused')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setResult(null), shownForMs)
  }
  return (
    <span className="inline-flex items-center gap-1">
      <IconButton
        label={m.lead_panel_copy({ what: label })}
        className="-my-1.5 pointer-coarse:-mx-2"
        onClick={() => void copy()}
      >
        <Icon name={result === 'copied' ? 'check' : 'copy'} size={14} />
      </IconButton>
      <span role="status" className="text-xs text-ink-3">
        {result === 'copied' ? m.copied() : result === 'refused' ? m.lead_panel_copy_refused() : ''}
      </span>
    </span>
  )
}
