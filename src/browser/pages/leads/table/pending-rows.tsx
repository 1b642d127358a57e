import * as m from '#words/m.ts'

const rows = Array.from({ length: 14 }, (_, row) => row)
const widths = ['w-40', 'w-52', 'w-36', 'w-44'] as const

/** Grey rows of the height the real ones will have. */
export function PendingRows() {
  return (
    <div aria-busy="true">
      <span className="sr-only">{m.loading()}</span>
      {rows.map((row) => (
        <div
          key={row}
          aria-hidden="true"
          className="flex h-10 items-center border-b border-line px-4 max-md:h-16 md:px-6"
        >
          <div className={`h-3 animate-pulse rounded-full bg-sunken ${widths[row % widths.length]}`} />
        </div>
      ))}
    </div>
  )
}
