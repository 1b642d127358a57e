import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'

export function FunnelPage() {
  return <Page title={m.nav_funnel()}>{null}</Page>
}
