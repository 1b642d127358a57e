/** Tells a value that opens a menu from one that is only read. */
export function InPlaceMark() {
  return (
    <span aria-hidden="true" className="text-xs text-ink-3">
      ▾
    </span>
  )
}
