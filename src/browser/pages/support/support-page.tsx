import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'

export function SupportPage() {
  return <Page title={m.nav_support()}>{null}</Page>
}
