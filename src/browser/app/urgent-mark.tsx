import { useUrgentCount } from '#parts/conversions/use-urgent-count.ts'
import { useDisplay } from '#parts/display.tsx'
import * as m from '#words/m.ts'

/** How many conversions may soon be too late; null where none is known to. `spoken` says that it is a lower bound. */
export function useUrgentMark(): { readonly shown: string; readonly spoken: string } | null {
  const { soon } = useUrgentCount()
  const { numbers } = useDisplay()
  if (soon === null || soon === 0) return null
  const n = numbers.count(soon)
  return { shown: n, spoken: m.conversions_soon_badge({ n }) }
}

/** The number beside a link; the words are for the link's description, so that its name stays what it is. */
export function UrgentMark({ mark }: { readonly mark: { readonly shown: string; readonly spoken: string } }) {
  return (
    <span aria-hidden="true" title={mark.spoken} className="tabular ml-auto text-xs font-semibold text-bad">
      {mark.shown}
    </span>
  )
}
