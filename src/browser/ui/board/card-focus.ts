/** The place of the focused card among the cards of a board: for keys that go from card to card. */
export type CardStep = 'up' | 'down' | 'left' | 'right'

/** Puts the focus on a card; false where it is not on the board. */
export function focusCard(root: Element | null, cardId: string): boolean {
  const card = cardsIn(root).find((each) => each.dataset.cardId === cardId)
  return card !== undefined && focusGrip(card)
}

/** Goes from the focused card to the one beside it; from nowhere, to the first. Columns without cards are passed over. */
export function stepCard(root: Element | null, step: CardStep): void {
  const columns = [...(root?.querySelectorAll('[data-place-id]') ?? [])]
    .map(cardsIn)
    .filter((cards) => cards.length > 0)
  const focused = document.activeElement?.closest<HTMLElement>('[data-card-id]') ?? null
  const at = focused === null ? -1 : columns.findIndex((cards) => cards.includes(focused))
  const column = columns[at]
  if (focused === null || column === undefined) return void (columns[0]?.[0] && focusGrip(columns[0][0]))
  const row = column.indexOf(focused)
  const beside = step === 'left' ? columns[at - 1] : step === 'right' ? columns[at + 1] : column
  const to = step === 'up' ? row - 1 : step === 'down' ? row + 1 : Math.min(row, (beside?.length ?? 1) - 1)
  const card = beside?.[to]
  if (card !== undefined) focusGrip(card)
}

function cardsIn(root: Element | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-card-id]') ?? [])]
}

function focusGrip(card: HTMLElement): boolean {
  const grip = card.querySelector<HTMLElement>('[data-grip]')
  grip?.focus({ preventScroll: true })
  card.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  return grip !== null
}
