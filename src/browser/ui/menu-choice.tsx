import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface MenuItem {
  readonly id: string
  /** What the item says, also for letters typed to reach it. */
  readonly text: string
  /** Drawn instead of the text where the item has a mark of its own. */
  readonly content?: ReactNode
  readonly hint?: string | undefined
  /** True or false where one of the items is the present choice; left out where they are things to do. */
  readonly isChecked?: boolean
}

/** One item of a menu; the pointer takes the focus with it, so that there is never a second mark. */
export function MenuChoice({ item, onPick }: { readonly item: MenuItem; readonly onPick: () => void }) {
  const { text, content, hint, isChecked } = item
  const inside = (
    <>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex min-w-0 items-center gap-2">{content ?? text}</span>
        {hint !== undefined && <span className="text-xs text-ink-3">{hint}</span>}
      </span>
      {isChecked === true && <Icon name="check" className="shrink-0" />}
    </>
  )
  const shared = {
    type: 'button',
    tabIndex: -1,
    onClick: onPick,
    onPointerMove: (event: { readonly currentTarget: HTMLElement }) =>
      event.currentTarget.focus({ preventScroll: true }),
    className:
      'flex min-h-9 w-full scroll-my-1.5 items-center gap-3 rounded px-2.5 py-1 text-left text-sm focus:bg-sunken pointer-coarse:min-h-11 pointer-coarse:text-base',
  } as const
  if (isChecked === undefined) {
    return (
      <button role="menuitem" {...shared}>
        {inside}
      </button>
    )
  }
  return (
    <button role="menuitemradio" aria-checked={isChecked} {...shared}>
      {inside}
    </button>
  )
}
