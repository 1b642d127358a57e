import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'

/** The lead was dealt with in this round through the list. */
export function DoneTick() {
  return (
    <span className="shrink-0 text-good" title={m.leads_done()}>
      <Icon name="check" size={14} />
      <span className="sr-only">{m.leads_done()}</span>
    </span>
  )
}
