import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'

export function OverviewPage() {
  return <Page title={m.nav_overview()}>{null}</Page>
}
