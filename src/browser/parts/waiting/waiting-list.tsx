import { useOwnWrites } from '#queries/own-writes.ts'
import * as m from '#words/m.ts'
import { useFetchSoon } from '../fetch-soon.ts'
import { Late } from '../late.tsx'
import { latePart } from '../late-part.ts'
import { useFocusHome } from './use-focus-home.ts'

const waitingBox = latePart(() => import('./waiting-box.tsx').then((module) => module.WaitingBox))

/** Every change that is not safely home: what is held and can be taken back, what is under way, what went wrong. */
export function WaitingList() {
  const writes = useOwnWrites()
  useFetchSoon(waitingBox)
  const { onFocus, onBlur, bringHome } = useFocusHome()
  return (
    // The place is there before its lines are, so that they are heard; each as it comes, not all of them again.
    <section
      aria-label={m.waiting_title()}
      aria-live="polite"
      aria-atomic="false"
      aria-relevant="additions text"
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {writes.length > 0 && <Late part={waitingBox} props={{ onDrawn: bringHome }} />}
    </section>
  )
}
