import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { classNames } from './class-names.ts'
import { MenuChoice, type MenuItem } from './menu-choice.tsx'
import { type MenuMove, menuMove, placeMenu, typedItem } from './menu-moves.ts'

interface MenuProps {
  /** Name of the menu; on a phone it is its heading too. */
  readonly label: string
  /** What holds for every item, said once above them. */
  readonly note?: string | undefined
  readonly items: readonly MenuItem[]
  readonly onPick: (id: string) => void
  readonly onClose: () => void
  /** It opens beside this; null in the middle of the screen. */
  readonly anchor: Element | null
}

/** A pause after which typed letters begin a new word. */
const typingPauseMs = 600

/**
 * A list of choices over everything else: beside its anchor, on a phone at the foot of the screen. Shown while mounted.
 * It stands in a layer of its own, because rows are transformed and panels scroll. The focus goes back to where it was.
 */
export function Menu({ label, note, items, onPick, onClose, anchor }: MenuProps) {
  const root = useRef<HTMLDivElement>(null)
  const backdrop = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  const typed = useRef({ text: '', at: 0 })

  const close = () => {
    onClose()
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
  }
  const place = useEffectEvent(() => {
    const box = root.current
    if (box === null) return
    if (anchor === null) return
    if (!anchor.isConnected) return onClose()
    const { left, top, maxHeight } = placeMenu(anchor.getBoundingClientRect(), box.scrollHeight, box.offsetWidth, {
      width: innerWidth,
      height: innerHeight,
    })
    box.style.setProperty('--menu-left', `${left}px`)
    box.style.setProperty('--menu-top', `${top}px`)
    box.style.setProperty('--menu-height', `${maxHeight}px`)
  })
  const begin = useEffectEvent(() => {
    // Not every browser gives the focus to a button that is pressed.
    opener.current = document.activeElement === document.body ? anchor : document.activeElement
    place()
    const all = itemsIn(root.current)
    const first = all.find((item) => item.getAttribute('aria-checked') === 'true') ?? all[0]
    first?.focus({ preventScroll: true })
    first?.scrollIntoView?.({ block: 'nearest' })
  })
  useLayoutEffect(() => {
    begin()
    const onMove = (event: Event) => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) place()
    }
    addEventListener('scroll', onMove, { capture: true, passive: true })
    addEventListener('resize', onMove)
    return () => {
      removeEventListener('scroll', onMove, { capture: true })
      removeEventListener('resize', onMove)
    }
  }, [])
  const closeOutside = useEffectEvent((event: PointerEvent) => {
    const { target } = event
    // The control that opened it closes it by itself; the ground of a phone waits for the whole tap, or its end would
    // press what lies beneath.
    if (target === backdrop.current) return
    if (target instanceof Node && (root.current?.contains(target) || anchor?.contains(target))) return
    onClose()
  })
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => closeOutside(event)
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => document.removeEventListener('pointerdown', onPointerDown, true)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    // Whatever lies beneath must not hear the keys: a row would open, a panel would close.
    event.stopPropagation()
    if (event.key === 'Tab') return close()
    if (event.key === 'Escape') {
      event.preventDefault()
      return close()
    }
    const all = itemsIn(root.current)
    const focused = document.activeElement
    const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1
    const move = moves[event.key]
    let next: number | null = null
    if (move !== undefined) next = menuMove(move, at, all.length)
    else if (isLetter(event)) {
      const isNew = event.timeStamp - typed.current.at > typingPauseMs
      typed.current = { text: (isNew ? '' : typed.current.text) + event.key, at: event.timeStamp }
      next = typedItem(
        items.map((item) => item.text),
        typed.current.text,
        at,
      )
    }
    if (next === null) return
    event.preventDefault()
    all[next]?.focus()
  }

  return createPortal(
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only takes the press beside the menu */}
      <div
        ref={backdrop}
        className="fixed inset-0 z-50 bg-black/30 md:hidden"
        onClick={(event) => {
          event.stopPropagation()
          onClose()
        }}
      />
      <div
        ref={root}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
        className={classNames(
          'fixed z-50 overflow-y-auto overscroll-contain bg-surface p-1.5 text-ink shadow-float outline-none',
          'max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[80dvh] max-md:rounded-t-lg max-md:pb-[max(env(safe-area-inset-bottom),0.5rem)]',
          'md:max-w-80 md:min-w-56 md:rounded-lg',
          anchor === null
            ? 'md:top-1/2 md:left-1/2 md:max-h-[80dvh] md:-translate-1/2'
            : 'md:top-(--menu-top) md:left-(--menu-left) md:max-h-(--menu-height)',
        )}
      >
        <p
          aria-hidden="true"
          className={classNames(
            'px-2.5 pt-1 text-xs text-ink-3',
            note === undefined && 'pb-1.5',
            anchor !== null && 'md:hidden',
          )}
        >
          {label}
        </p>
        {note !== undefined && <p className="px-2.5 pt-1 pb-1.5 text-xs text-ink-3">{note}</p>}
        {items.map((item) => (
          <MenuChoice
            key={item.id}
            item={item}
            onPick={() => {
              close()
              onPick(item.id)
            }}
          />
        ))}
      </div>
    </>,
    // Beside a modal dialog everything is inert, and beneath it.
    anchor?.closest('dialog[open]') ?? document.body,
  )
}

const moves: Readonly<Record<string, MenuMove | undefined>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
}

function itemsIn(root: Element | null): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
}
