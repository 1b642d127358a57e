import { useLocation } from 'react-router'
import { useViewPlace } from '#parts/use-view-place.ts'
import { type ConversionsView, decodeConversionsView, encodeConversionsView } from './conversions-view-codec.ts'

/** The view of the address and the open lead, and every way to change them. Each change is a step that Back undoes. */
export function useConversionsView() {
  const location = useLocation()
  const search = new URLSearchParams(location.search)
  const { value, ignored } = decodeConversionsView(search)
  const { view, openId, place, go } = useViewPlace('/conversions', value, (next) => encodeConversionsView(next, search))

  return {
    view,
    ignored,
    openId,
    change: (changes: Partial<ConversionsView>) => go({ ...view, ...changes }, openId),
    leadPlace: (leadId: string) => place(view, leadId),
    open: (leadId: string) => go(view, leadId),
    /** To another lead of the walk: not a step of its own. */
    walkTo: (leadId: string) => go(view, leadId, true),
    close: () => go(view, null),
  }
}
