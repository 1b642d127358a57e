import { classNames } from '../class-names.ts'
import { type Fill, fillClass } from './swatch.tsx'

export interface ShareStripPart {
  readonly id: string
  readonly size: number
  readonly fill: Fill
}

/** Parts of a whole in one bar. Hidden from readers: the words beside it say the same. Nothing leaves an empty track. */
export function ShareStrip({ parts }: { readonly parts: readonly ShareStripPart[] }) {
  const shown = parts.filter((part) => part.size > 0)
  return (
    <div aria-hidden="true" className="flex h-3.5 gap-0.5 overflow-hidden rounded-sm bg-sunken">
      {shown.map((part) => (
        <div
          key={part.id}
          className={classNames('min-w-1', fillClass[part.fill])}
          style={{ flexGrow: part.size, flexBasis: 0 }}
        />
      ))}
    </div>
  )
}
