import { classNames } from './class-names.ts'

/** A thin line over what is being refreshed; the old figures stay beneath it. Keeps its place when it rests. */
export function ProgressLine({ active }: { readonly active: boolean }) {
  return (
    <div aria-hidden="true" className="relative h-0.5 overflow-hidden">
      <div className={classNames('absolute inset-y-0 w-1/3 bg-accent', active ? 'progress-line' : 'invisible')} />
    </div>
  )
}
