import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'

export function ConversionsPage() {
  return <Page title={m.nav_conversions()}>{null}</Page>
}
