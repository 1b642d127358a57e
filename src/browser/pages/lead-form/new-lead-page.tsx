import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'

export function NewLeadPage() {
  return <Page title={m.nav_new_lead()}>{null}</Page>
}
