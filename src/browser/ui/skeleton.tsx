import { classNames } from './class-names.ts'

const widths = ['w-11/12', 'w-2/3', 'w-5/6', 'w-1/2'] as const

/** Grey lines where text will be, of the height it will have. Silent for readers: the view says that it loads. */
export function Skeleton({ lines = 4, className }: { readonly lines?: number; readonly className?: string }) {
  return (
    <div aria-hidden="true" className={classNames('flex flex-col gap-3', className)}>
      {Array.from({ length: lines }, (_, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
          key={line}
          className={classNames('h-3 animate-pulse rounded-full bg-sunken', widths[line % widths.length])}
        />
      ))}
    </div>
  )
}
