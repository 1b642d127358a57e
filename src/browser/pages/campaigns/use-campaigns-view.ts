import { useSearchParams } from 'react-router'
import { type CampaignsView, decodeCampaignsView, encodeCampaignsView } from './campaigns-view-codec.ts'

/** The view of the address and the way to change it: a step that Back undoes. */
export function useCampaignsView() {
  const [search, setSearch] = useSearchParams()
  const { value: view, ignored } = decodeCampaignsView(search)
  const show = (change: Partial<CampaignsView>) => {
    setSearch((current) => encodeCampaignsView({ ...view, ...change }, current))
  }
  return { view, ignored, show }
}
