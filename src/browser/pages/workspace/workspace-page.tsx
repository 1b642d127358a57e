import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'

export function WorkspacePage() {
  return <Page title={m.nav_workspace()}>{null}</Page>
}
