import { startTransition, useOptimistic } from 'react'
import { useNavigate, useParams } from 'react-router'

/**
 * A view that an address says, with the lead that may be open beside it, and the way to both. The router moves in a
 * transition: what was picked shows at once, and a key held down loses no steps. `queryOf` writes the view as a query.
 */
export function useViewPlace<View>(root: string, value: View, queryOf: (view: View) => URLSearchParams) {
  const navigate = useNavigate()
  const { id } = useParams()
  const [view, showView] = useOptimistic(value)
  const [openId, showOpen] = useOptimistic(id ?? null)

  const place = (next: View, nextId: string | null): string => {
    const query = queryOf(next).toString()
    const path = nextId === null ? root : `${root}/${encodeURIComponent(nextId)}`
    return query === '' ? path : `${path}?${query}`
  }
  const go = (next: View, nextId: string | null, replace = false) =>
    startTransition(() => {
      showView(next)
      showOpen(nextId)
      void navigate(place(next, nextId), { replace })
    })
  return { view, openId, place, go }
}
