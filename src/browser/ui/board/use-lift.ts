import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import { cardAt, type Held, placeAround } from './held.ts'

export interface BoardWords {
  readonly lifted: (cardId: string, place: string) => string
  readonly over: (place: string) => string
  readonly dropped: (cardId: string, place: string) => string
  readonly putBack: (cardId: string) => string
}

interface LiftInput {
  /** The places in the order in which arrows go through them. */
  readonly places: readonly string[]
  readonly words: BoardWords
  readonly onDrop: (cardId: string, place: string) => void
  readonly say: (text: string) => void
}

/** Moves cards by keys: Space picks up, arrows choose a place, Enter or Space drops, Escape or leaving puts back. */
export function useLift({ places, words, onDrop, say }: LiftInput) {
  const [held, setHeld] = useState<(Held & { readonly keyedOver: string }) | null>(null)

  const lift = (event: KeyboardEvent): void => {
    const { target } = event
    if (event.key !== ' ' || !(target instanceof Element) || !target.matches('[data-grip]')) return
    const card = cardAt(target)
    const cardId = card?.dataset.cardId
    const from = card === null ? null : placeAround(card)
    if (cardId === undefined || from === null) return
    event.preventDefault()
    setHeld({ cardId, from, keyedOver: from })
    say(words.lifted(cardId, from))
  }
  const putBack = () => {
    if (held === null) return
    setHeld(null)
    say(words.putBack(held.cardId))
  }
  const drop = () => {
    if (held === null) return
    if (held.keyedOver === held.from) return putBack()
    setHeld(null)
    say(words.dropped(held.cardId, held.keyedOver))
    onDrop(held.cardId, held.keyedOver)
  }
  const step = (root: Element, by: number) => {
    if (held === null) return
    const to = places[places.indexOf(held.keyedOver) + by]
    if (to === undefined) return
    setHeld({ ...held, keyedOver: to })
    say(words.over(to))
    const place = [...root.querySelectorAll<HTMLElement>('[data-place-id]')].find((each) => each.dataset.placeId === to)
    place?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }

  return {
    held,
    onKeyDown: (event: KeyboardEvent) => {
      if (held === null) return lift(event)
      // While a card is held, no key means anything else.
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
        step(event.currentTarget, event.key === 'ArrowRight' ? 1 : -1)
      else if (event.key === 'Enter' || event.key === ' ') drop()
      else if (event.key === 'Escape' || event.key === 'Tab') putBack()
    },
    onBlur: (event: FocusEvent) => {
      if (event.target.matches('[data-grip]')) putBack()
    },
  }
}
