import { startTransition, useOptimistic } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { type ConversionsView, decodeConversionsView, encodeConversionsView } from './conversions-view-codec.ts'

/** The view of the address and the open lead, and every way to change them. Each change is a step that Back undoes. */
export function useConversionsView() {
  const location = useLocation()
  const navigate = useNavigate()
  const { id } = useParams()
  const search = new URLSearchParams(location.search)
  const { value, ignored } = decodeConversionsView(search)
  // The router moves in a transition. What was picked shows at once.
  const [view, showView] = useOptimistic(value)
  const [openId, showOpen] = useOptimistic(id ?? null)

  const place = (next: ConversionsView, nextId: string | null): string => {
    const query = encodeConversionsView(next, search).toString()
    const path = nextId === null ? '/conversions' : `/conversions/${encodeURIComponent(nextId)}`
    return query === '' ? path : `${path}?${query}`
  }
  const go = (next: ConversionsView, nextId: string | null, replace = false) =>
    startTransition(() => {
      showView(next)
      showOpen(nextId)
      void navigate(place(next, nextId), { replace })
    })

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
