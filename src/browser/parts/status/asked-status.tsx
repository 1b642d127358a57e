import type { Lead } from '#contract/lead.ts'
import { Menu } from '#ui/menu.tsx'
import * as m from '#words/m.ts'
import { pickedStatus, statusItems, statusNote } from './status-items.tsx'
import { useRequestStatus } from './use-request-status.ts'

interface AskedStatusProps {
  readonly lead: Lead
  readonly anchor: Element | null
  readonly onClose: () => void
}

/** The same choice as behind the panel's button, opened from a place that is drawn too often to hold a menu of its own. */
export function AskedStatus({ lead, anchor, onClose }: AskedStatusProps) {
  const requestStatus = useRequestStatus()
  return (
    <Menu
      label={m.status_menu()}
      note={statusNote(lead)}
      items={statusItems(lead)}
      anchor={anchor}
      onClose={onClose}
      onPick={(id) => {
        const status = pickedStatus(id)
        if (status !== undefined) requestStatus(lead, status)
      }}
    />
  )
}
