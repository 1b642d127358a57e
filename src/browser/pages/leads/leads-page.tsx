import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'

export function LeadsPage() {
  return <Page title={m.nav_leads()}>{null}</Page>
}
