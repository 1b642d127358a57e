import { useMemo, useRef } from 'react'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { platformKey } from '#contract/platform-key.ts'
import { useMayUse } from '#parts/access/use-access.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { failingNow } from '#parts/conversions/failing-now.ts'
import { failureGroups } from '#parts/conversions/failure-groups.ts'
import { byUrgency } from '#parts/conversions/unsent-rows.ts'
import { useUnsentRows } from '#parts/conversions/use-unsent.ts'
import { deliveryRates } from '#parts/figures/delivery-rates.ts'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { LeadPanel } from '#parts/lead-panel/lead-panel.tsx'
import { useWalk } from '#parts/lead-panel/use-walk.ts'
import { Page } from '#parts/page.tsx'
import { Pending } from '#parts/pending.tsx'
import { PeriodControl } from '#parts/period/period-control.tsx'
import { usePeriod } from '#parts/period/use-period.ts'
import { useWide } from '#parts/use-wide.ts'
import { useSyncStatusWithList } from '#queries/sync-status.ts'
import { useTickets } from '#queries/tickets.ts'
import { useUnsentConversions } from '#queries/unsent-conversions.ts'
import { useUnsentLeads } from '#queries/unsent-leads.ts'
import type { View } from '#queries/view.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { CountsCard } from './counts/counts-card.tsx'
import { CountsPage } from './counts/counts-page.tsx'
import { ReconciliationLine } from './counts/reconciliation-line.tsx'
import { FailuresCard } from './failures/failures-card.tsx'
import { rowsOf } from './list/rows-of-state.ts'
import { UnsentSection } from './list/unsent-section.tsx'
import { Alarms, alarmedPlatforms } from './platforms/alarms.tsx'
import { PlatformCards } from './platforms/platform-cards.tsx'
import { PlatformDetail } from './platforms/platform-detail.tsx'
import { platformStates } from './platforms/platform-states.ts'
import { useCountedPlatform } from './platforms/use-counted-platform.ts'
import { useConversionsView } from './use-conversions-view.ts'

/** `/conversions`: with single events for who may see them, else by counts alone. */
export function ConversionsPage() {
  return useMayUse(agentEndpoints.unsentConversions) ? <EventsPage /> : <CountsPage />
}

/** And `/conversions/:id`: what was delivered, what was not and how long it still can be; a lead beside it. */
function EventsPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const control = useConversionsView()
  const { view, openId } = control
  const isWide = useWide()
  const scroller = useRef<HTMLDivElement>(null)
  const cards = useRef<HTMLDivElement>(null)
  const list = useUnsentConversions()
  const counts = useSyncStatusWithList(query, list.asOf)
  const joined = useUnsentLeads(list.data, list.asOf)
  const unsent = useUnsentRows(list, joined.leads)
  const tickets = useTickets()
  const counted = useCountedPlatform(view.platform, query)
  const urgent = useMemo(() => unsent.rows && byUrgency(unsent.rows), [unsent.rows])
  const ofPlatform =
    urgent?.filter(({ event }) => view.platform === null || platformKey(event.adPlatform) === view.platform) ?? []
  const shown = rowsOf(ofPlatform, view.state)
  const groups = failureGroups(urgent ?? [], failingNow(urgent ?? [], unsent.watch, unsent.now))
  const states = platformStates(urgent ?? [], unsent.watch, counted, unsent.now)
  // Counts and list need the same scope: one refusal is enough, where the list would be.
  const isRefused = isForbidden(counts) && isForbidden(list)
  const walk = useWalk({
    openId,
    ids: urgent === undefined ? null : shown.map(({ event }) => event.leadId),
    total: shown.length,
    question: `${view.state} ${view.platform ?? ''}`,
  })
  return (
    <Page
      title={m.nav_conversions()}
      actions={<PeriodControl period={period} onChange={setPeriod} isKeyed={openId === null} />}
    >
      <IgnoredLine parts={[...ignored, ...control.ignored]} />
      <div className="relative flex min-h-0 flex-1">
        {/* A sheet covers everything on a phone: what lies behind it takes no focus. */}
        <div
          ref={scroller}
          className="min-h-0 min-w-0 flex-1 overflow-y-auto in-[body:has([data-foot])]:pb-44"
          inert={!isWide && openId !== null}
        >
          <div className="flex flex-col gap-3 px-4 py-4 md:px-6">
            {!isRefused && <CountsCard counts={counts} query={query} />}
            {urgent !== undefined && (
              <div ref={cards} className="@container">
                <Alarms states={states} groups={groups} watch={unsent.watch} now={unsent.now} />
                <PlatformCards
                  states={states}
                  chosen={view.platform}
                  now={unsent.now}
                  onChoose={(platform) => control.change({ platform })}
                />
              </div>
            )}
            {view.platform !== null && !isRefused && (
              <PlatformDetail
                key={view.platform}
                platform={view.platform}
                query={query}
                windows={unsent.windows}
                onClose={() => {
                  // The button goes with its panel; the card that opened it stays.
                  cards.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()
                  control.change({ platform: null })
                }}
              />
            )}
            {list.data !== undefined && (
              <FailuresCard
                groups={groups.filter(({ platform }) => view.platform === null || platform === view.platform)}
                alarmed={alarmedPlatforms(states)}
                tickets={tickets.data ?? []}
                unsent={new Set(list.data.map(({ leadId }) => leadId))}
                now={unsent.now}
              />
            )}
            <section className="rounded-lg border border-line bg-surface">
              <AsyncView view={list} pending={<Skeleton lines={8} className="p-6" />}>
                {() =>
                  urgent === undefined ? (
                    <Pending>
                      <Skeleton lines={8} className="p-6" />
                    </Pending>
                  ) : (
                    <UnsentSection
                      control={control}
                      ofPlatform={ofPlatform}
                      shown={shown}
                      unsent={unsent}
                      joined={joined}
                      walk={walk}
                      scroller={scroller}
                      onRefresh={() => {
                        walk.forgetDone()
                        list.askAgain()
                        counts.askAgain()
                      }}
                      listAsOf={list.asOf}
                    />
                  )
                }
              </AsyncView>
              {list.data !== undefined && view.platform === null && (
                <ReconciliationLine
                  inPeriod={counts.data === undefined ? null : deliveryRates(counts.data).unsent}
                  inList={list.data.length}
                  isTogether={counts.isTogether}
                  period={period}
                />
              )}
            </section>
          </div>
        </div>
        <LeadPanel
          id={openId}
          walk={walk}
          onClose={control.close}
          onWalkTo={control.walkTo}
          canLoadMore={false}
          onLoadMore={() => undefined}
        />
      </div>
    </Page>
  )
}

function isForbidden({ data, failure }: Pick<View<unknown>, 'data' | 'failure'>): boolean {
  return data === undefined && failure?.kind === 'forbidden'
}
