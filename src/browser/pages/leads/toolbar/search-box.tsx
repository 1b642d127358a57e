import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { limits } from '#contract/limits.ts'
import { useShortcut } from '#parts/shortcuts.tsx'
import { IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'

/** Milliseconds without a key before the search is asked. */
const pauseMs = 250

interface SearchBoxProps {
  readonly search: string
  readonly onSearch: (text: string, typing: number) => void
}

/** Searches as one types. `/` comes here, Escape clears. */
export function SearchBox({ search, onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  /** Tells this visit to the box from others. */
  const typing = useRef(0)
  /** What was typed and is not yet the address's; the address comes a moment later. */
  const [typed, setTyped] = useState<string | null>(null)
  if (typed !== null && typed === search) setTyped(null)
  useShortcut(['/'], m.leads_key_search(), () => input.current?.select())
  const ask = useEffectEvent((text: string) => onSearch(text, typing.current))
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => ask(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const text = typed ?? search
  const clear = () => {
    setTyped('')
    onSearch('', typing.current)
  }
  return (
    <search className="relative w-60 max-md:w-full">
      <Icon name="search" className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
      <TextInput
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={m.leads_search()}
        aria-keyshortcuts="/"
        placeholder={m.leads_search_hint()}
        maxLength={limits.search}
        autoComplete="off"
        spellCheck={false}
        className={text === '' ? 'pl-8.5' : 'px-8.5'}
        value={text}
        onFocus={() => {
          typing.current = Date.now()
        }}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== null) onSearch(typed, typing.current)
          if (event.key !== 'Escape') return
          event.stopPropagation()
          if (text === '') input.current?.blur()
          else clear()
        }}
      />
      {text !== '' && (
        <IconButton
          label={m.clear()}
          className="absolute top-1/2 right-0.5 -translate-y-1/2"
          onClick={() => {
            clear()
            input.current?.focus()
          }}
        >
          <Icon name="close" size={12} />
        </IconButton>
      )}
    </search>
  )
}
