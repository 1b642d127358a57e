import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'

export function CampaignsPage() {
  return <Page title={m.nav_campaigns()}>{null}</Page>
}
