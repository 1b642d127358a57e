import {
  type CollisionDetection,
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { cardAt, type Held, HeldContext, placeAround } from './held.ts'
import { watchLetGo } from './let-go.ts'
import { useEdgeSteps } from './use-edge-steps.ts'
import { type BoardWords, useLift } from './use-lift.ts'

interface BoardProps {
  /** The places in the order in which arrows go through them. */
  readonly places: readonly string[]
  readonly words: BoardWords
  readonly onDrop: (cardId: string, place: string) => void
  /** Draws the card that follows the pointer. */
  readonly renderHeld: (cardId: string) => ReactNode
  /** True where the board shows one place at a time and goes on by whole screens. */
  readonly isPaged: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Nothing is told by the library itself: it has no words of ours. */
const silent = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: '' },
}

/**
 * Cards in places, moved by pointer, by touch after a press of 200 ms (a shorter one scrolls), or by keys. While a card is
 * moved only the frame of the places and the card under the pointer are drawn: `children` must not depend on the move.
 */
export function Board({ places, words, onDrop, renderHeld, isPaged, className, children }: BoardProps) {
  const root = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = useState<Held | null>(null)
  const [said, say] = useState('')
  const keys = useLift({ places, words, onDrop, say })
  const edges = useEdgeSteps(root)
  const node = useRef<HTMLElement | null>(null)
  const letGo = useRef<() => string | null>(() => null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
  )

  const start = () => {
    const card = node.current
    const cardId = card?.dataset.cardId
    const from = card == null ? null : placeAround(card)
    if (card == null || cardId === undefined || from === null) return
    card.dataset.held = ''
    letGo.current = watchLetGo()
    setPointed({ cardId, from, keyedOver: null })
    if (isPaged) edges.start()
  }
  const end = (isDropped: boolean) => {
    const place = letGo.current()
    const over = isDropped ? place : null
    edges.stop()
    if (node.current !== null) delete node.current.dataset.held
    swallowClick()
    setPointed(null)
    if (pointed !== null && over !== null && over !== pointed.from) {
      say(words.dropped(pointed.cardId, over))
      onDrop(pointed.cardId, over)
    }
  }

  const held = keys.held ?? pointed
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={topmost}
      autoScroll={isPaged ? false : sideways}
      accessibility={silent}
      onDragStart={start}
      onDragEnd={() => end(true)}
      onDragCancel={() => end(false)}
    >
      <HeldContext value={held}>
        <Grip root={root} node={node} className={className} onKeyDown={keys.onKeyDown} onBlur={keys.onBlur}>
          {children}
        </Grip>
        <DragOverlay dropAnimation={null} className="pointer-events-none cursor-grabbing">
          {pointed !== null && renderHeld(pointed.cardId)}
        </DragOverlay>
      </HeldContext>
      <div role="status" className="sr-only">
        {said}
      </div>
    </DndContext>
  )
}

interface GripProps {
  readonly root: React.RefObject<HTMLDivElement | null>
  readonly node: React.RefObject<HTMLElement | null>
  readonly className: string | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onBlur: (event: FocusEvent) => void
  readonly children: ReactNode
}

/** One draggable for all cards: it becomes the card that is pressed. One for each would draw all of them at every step. */
function Grip({ root, node, className, onKeyDown, onBlur, children }: GripProps) {
  const { listeners, setNodeRef } = useDraggable({ id: 'held-card' })
  const press = (event: { readonly target: EventTarget | null }, name: 'onMouseDown' | 'onTouchStart') => {
    const card = cardAt(event.target)
    if (card === null) return
    node.current = card
    setNodeRef(card)
    listeners?.[name]?.(event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what bubbles up from the cards
    <div
      ref={root}
      className={className}
      onMouseDown={(event) => press(event, 'onMouseDown')}
      onTouchStart={(event) => press(event, 'onTouchStart')}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {children}
    </div>
  )
}

const sideways = {
  canScroll: (element: Element) => element.matches('[data-board-scroller]'),
  threshold: { x: 0.12, y: 0 },
}

const topmost: CollisionDetection = (args) => {
  const hits = pointerWithin(args)
  const pinned = hits.find((hit) => hit.data?.droppableContainer?.data?.current?.isPinned === true)
  return pinned === undefined ? hits : [pinned]
}

/** The click that ends a move opens nothing, wherever it lands. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.preventDefault()
  addEventListener('click', swallow, { capture: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 60)
}

function nothing(): undefined {
  return undefined
}
