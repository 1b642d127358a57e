import { createContext, useContext } from 'react'

/** The card that is being moved, and over which place, where a key put it there. */
export interface Held {
  readonly cardId: string
  /** The place it was taken from. */
  readonly from: string
  /** null while a pointer holds it: then the place beneath knows by itself. */
  readonly keyedOver: string | null
}

export const HeldContext = createContext<Held | null>(null)

/** What is being moved; null while nothing is. Changes twice in a move by pointer, so few may listen. */
export function useHeld(): Held | null {
  return useContext(HeldContext)
}

/** Marks a card that can be moved; inside it, `data-grip` marks the element that keys pick it up by. */
export function cardMarks(id: string, isFixed: boolean) {
  return { 'data-card-id': id, 'data-fixed': isFixed ? '' : undefined }
}

/** The card around an element that may be moved; null inside a control of the card. */
export function cardAt(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element) || target.closest('button, input, select') !== null) return null
  return target.closest<HTMLElement>('[data-card-id]:not([data-fixed])')
}

/** The place an element stands in. */
export function placeAround(element: Element): string | null {
  return element.closest<HTMLElement>('[data-place-id]')?.dataset.placeId ?? null
}
