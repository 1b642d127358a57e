import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { reportedLead } from '#parts/conversions/report-place.ts'
import { Page } from '#parts/page.tsx'
import { Pending } from '#parts/pending.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { Ledger } from './ledger.tsx'
import { TicketForm } from './ticket-form.tsx'
import { useReports } from './use-report.ts'
import { keptReport } from './use-ticket-form.ts'

/** `/support`, and `/support?failure=…` with a ticket about failures to begin with. */
export function SupportPage() {
  const { search } = useLocation()
  const navigate = useNavigate()
  /** What the ticket at hand is about, which need not be what the address asks for. */
  const [atHand, setAtHand] = useState(keptReport)
  const asked = reportedLead(new URLSearchParams(search))
  const reportOf = useReports(asked !== null || atHand !== null)
  const state = reportOf(asked ?? atHand)
  const leaveFailures = () => {
    if (asked !== null) void navigate('/support', { replace: true })
  }
  return (
    <Page title={m.nav_support()}>
      <div className="grid items-start gap-x-8 gap-y-8 p-4 md:p-6 xl:grid-cols-[minmax(0,640px)_minmax(0,1fr)]">
        {state.kind === 'pending' ? (
          <Pending>
            <Skeleton lines={9} />
          </Pending>
        ) : (
          <div className="flex min-w-0 flex-col gap-5">
            {asked !== null && state.kind !== 'ready' && (
              <p role="status" className="rounded bg-sunken px-4 py-2">
                {state.kind === 'failed' ? m.support_report_failed() : m.support_report_gone()}
              </p>
            )}
            <TicketForm
              asked={asked !== null && state.kind === 'ready' ? state.report : null}
              reportOf={(leadId) => {
                const found = reportOf(leadId)
                return found.kind === 'ready' ? found.report : null
              }}
              onTurn={setAtHand}
              // The failures are reported: a reload begins a ticket of its own.
              onSent={leaveFailures}
              onDiscard={() => {
                setAtHand(null)
                leaveFailures()
              }}
            />
          </div>
        )}
        <Ledger />
      </div>
    </Page>
  )
}
