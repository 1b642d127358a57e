import { type RefObject, useRef, useState } from 'react'
import { AsOf } from '#parts/async-view.tsx'
import { ticketRefs } from '#parts/conversions/ticket-book.ts'
import type { UnsentRow } from '#parts/conversions/unsent-rows.ts'
import type { Unsent } from '#parts/conversions/use-unsent.ts'
import { useDisplay } from '#parts/display.tsx'
import type { WalkControl } from '#parts/lead-panel/use-walk.ts'
import { useShortcut } from '#parts/shortcuts.tsx'
import { useFocusReturn } from '#parts/use-focus-return.ts'
import type { Failure } from '#queries/failure.ts'
import { useTickets } from '#queries/tickets.ts'
import type { UnsentLeads } from '#queries/unsent-leads.ts'
import { Button } from '#ui/button.tsx'
import type { DataTableHandle } from '#ui/data-table/data-table.tsx'
import { rowAfterKey } from '#ui/data-table/row-moves.ts'
import * as m from '#words/m.ts'
import type { useConversionsView } from '../use-conversions-view.ts'
import { WindowsDialog } from '../windows/windows-dialog.tsx'
import { ListHeader } from './list-header.tsx'
import { UnsentExport } from './unsent-export.tsx'
import { UnsentTable } from './unsent-table.tsx'

interface UnsentSectionProps {
  readonly control: ReturnType<typeof useConversionsView>
  /** Those of the chosen platform, of every state, most urgent first. */
  readonly ofPlatform: readonly UnsentRow[]
  /** Those of them in the chosen state. */
  readonly shown: readonly UnsentRow[]
  readonly unsent: Unsent
  readonly joined: UnsentLeads
  readonly walk: WalkControl
  readonly scroller: RefObject<HTMLElement | null>
  readonly onRefresh: () => void
  /** Epoch milliseconds at which the list was true. */
  readonly listAsOf: number | undefined
}

/** Every event that is not fully delivered, most urgent first, and what can be done about it. */
export function UnsentSection(props: UnsentSectionProps) {
  const { control, ofPlatform, shown, unsent, joined, walk } = props
  const { dates, numbers } = useDisplay()
  const refs = ticketRefs(useTickets().data ?? [])
  const ticketOf = (leadId: string) => refs.get(leadId)
  const table = useRef<DataTableHandle>(null)
  const [active, setActive] = useState<string | null>(null)
  const [isSettingWindows, setSettingWindows] = useState(false)
  const { openId, view } = control
  const activeId = openId ?? active
  useShortcut(['j', 'k', 'ArrowDown', 'ArrowUp'], m.leads_key_move(), (event) => {
    const isDown = event.key === 'ArrowDown' || event.key.toLowerCase() === 'j'
    if (openId !== null) {
      const to = isDown ? walk.next : walk.previous
      if (to !== null) control.walkTo(to)
      return
    }
    const from = shown.findIndex((row) => row.event.leadId === activeId)
    const row = shown[rowAfterKey(isDown ? 'ArrowDown' : 'ArrowUp', from, shown.length, 1) ?? -1]
    if (row !== undefined) table.current?.focusRow(row.event.leadId)
  })
  useFocusReturn(openId, (id) => table.current?.focusRow(id))
  return (
    <>
      <ListHeader rows={ofPlatform} state={view.state} onState={(state) => control.change({ state })}>
        {joined.failure !== null && (
          <span className="flex items-center gap-2 text-xs text-ink-3">
            <JoinFailure failure={joined.failure} askAgain={joined.askAgain} />
          </span>
        )}
        <AsOf asOf={props.listAsOf} />
        <Button look="link" onClick={props.onRefresh}>
          {m.conversions_refresh()}
        </Button>
        <Button look="link" onClick={() => setSettingWindows(true)}>
          {m.conversions_windows()}
        </Button>
        <UnsentExport rows={shown} view={view} asOf={props.listAsOf} ticketOf={ticketOf} />
      </ListHeader>
      {shown.length > 0 ? (
        <UnsentTable
          ref={table}
          rows={shown}
          facts={{
            now: unsent.now,
            dates,
            numbers,
            isNarrow: openId !== null,
            leadPlace: control.leadPlace,
            ticketOf,
          }}
          scroller={props.scroller}
          activeId={activeId}
          openId={openId}
          onActiveChange={(id) => {
            setActive(id)
            // With a lead open, moving through the rows moves the panel along.
            if (openId !== null && openId !== id) control.walkTo(id)
          }}
          onOpen={openId === null ? control.open : control.walkTo}
        />
      ) : (
        <Nothing control={control} isAllDelivered={unsent.rows?.length === 0} hasPlatform={ofPlatform.length > 0} />
      )}
      {isSettingWindows && <WindowsDialog windows={unsent.windows} onClose={() => setSettingWindows(false)} />}
    </>
  )
}

/** Why the values are missing. What the key may not read is not asked for again. */
function JoinFailure({ failure, askAgain }: { readonly failure: Failure; readonly askAgain: () => void }) {
  if (failure.kind === 'forbidden') return m.conversions_join_forbidden({ scope: failure.scope ?? 'agent.leads.read' })
  return (
    <>
      {m.conversions_join_failed()}
      <Button look="link" onClick={askAgain}>
        {m.retry()}
      </Button>
    </>
  )
}

interface NothingProps {
  readonly control: ReturnType<typeof useConversionsView>
  readonly isAllDelivered: boolean
  /** True where the chosen platform has events in another state. */
  readonly hasPlatform: boolean
}

/** What was pressed goes; the choice of states above stays. */
function focusStates(pressed: HTMLElement): void {
  pressed.closest('section')?.querySelector<HTMLElement>('header input:checked, header button')?.focus()
}

function Nothing({ control, isAllDelivered, hasPlatform }: NothingProps) {
  if (isAllDelivered) return <p className="border-t border-line px-4 py-6">{m.conversions_all_delivered()}</p>
  const { state, platform } = control.view
  return (
    <div className="flex flex-col items-start gap-3 border-t border-line px-4 py-6">
      <p>{platform === null ? m.conversions_no_match() : m.conversions_no_match_platform()}</p>
      {state !== 'all' && hasPlatform ? (
        <Button
          onClick={({ currentTarget }) => {
            focusStates(currentTarget)
            control.change({ state: 'all' })
          }}
        >
          {m.conversions_show_all()}
        </Button>
      ) : (
        <Button
          onClick={({ currentTarget }) => {
            focusStates(currentTarget)
            control.change({ platform: null })
          }}
        >
          {m.conversions_platform_all()}
        </Button>
      )}
    </div>
  )
}
