import type { ReactNode } from 'react'
import type { Lead } from '#contract/lead.ts'
import { MenuButton } from '#ui/menu-button.tsx'
import * as m from '#words/m.ts'
import { pickedStatus, statusItems, statusNote } from './status-items.tsx'
import { useRequestStatus } from './use-request-status.ts'

interface StatusMenuProps {
  readonly lead: Lead
  /** What stands on the button that opens it. */
  readonly children: ReactNode
  readonly className?: string
  /** Name of the button where what stands on it is not the status. */
  readonly buttonLabel?: string
}

/** Every status a lead can be given, behind one button: a ring in a row, the status in the panel, "Move" on a card. */
export function StatusMenu({ lead, children, ...button }: StatusMenuProps) {
  const requestStatus = useRequestStatus()
  return (
    <MenuButton
      {...button}
      label={m.status_menu()}
      note={statusNote(lead)}
      items={statusItems(lead)}
      onPick={(id) => {
        const status = pickedStatus(id)
        if (status !== undefined) requestStatus(lead, status)
      }}
    >
      {children}
    </MenuButton>
  )
}
