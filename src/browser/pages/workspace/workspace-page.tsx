import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'
import { ErrorsCard } from './errors-card.tsx'
import { FactCards } from './fact-cards.tsx'
import { KeyCard } from './key-card.tsx'
import { MaturityCard } from './maturity-card.tsx'
import { MemberList } from './member-list.tsx'
import { RequestsCard } from './requests-card.tsx'
import { SandboxCard } from './sandbox-card.tsx'
import { TemplatesCard } from './templates/templates-card.tsx'

/** What this dashboard stands before: the plan, what the key may do, who is who. Each card fails by itself. */
export function WorkspacePage() {
  return (
    <Page title={m.nav_workspace()}>
      <div className="flex flex-col gap-4 p-4 md:p-6">
        <FactCards />
        <KeyCard />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <MemberList />
            <RequestsCard />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <TemplatesCard />
            <MaturityCard />
          </div>
        </div>
        <ErrorsCard />
        <SandboxCard />
      </div>
    </Page>
  )
}
