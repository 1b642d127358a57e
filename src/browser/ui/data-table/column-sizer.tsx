interface ColumnSizerProps {
  readonly onSizeStart: (pointerX: number) => void
  readonly onSizeMove: (pointerX: number) => void
  readonly onSizeEnd: () => void
}

/** The edge of a heading, to drag. The keyboard's way to the same is in the columns menu. */
export function ColumnSizer({ onSizeStart, onSizeMove, onSizeEnd }: ColumnSizerProps) {
  return (
    <span
      aria-hidden="true"
      className="group absolute inset-y-0 -right-1.5 z-10 flex w-3 cursor-col-resize touch-none items-center justify-center"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        onSizeStart(event.clientX)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onSizeMove(event.clientX)
      }}
      onLostPointerCapture={onSizeEnd}
    >
      <span className="h-4 w-px bg-line group-hover:w-0.5 group-hover:bg-accent group-active:w-0.5 group-active:bg-accent" />
    </span>
  )
}
