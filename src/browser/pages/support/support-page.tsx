import { Page } from '#parts/page.tsx'
import * as m from '#words/m.ts'
import { Ledger } from './ledger.tsx'
import { TicketForm } from './ticket-form.tsx'

export function SupportPage() {
  return (
    <Page title={m.nav_support()}>
      <div className="grid items-start gap-x-8 gap-y-8 p-4 md:p-6 xl:grid-cols-[minmax(0,640px)_minmax(0,1fr)]">
        <TicketForm />
        <Ledger />
      </div>
    </Page>
  )
}
