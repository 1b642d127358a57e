import { AmountDialog } from '../lead/amount-dialog.tsx'
import { AssigneeMenu } from '../lead/assignee-menu.tsx'
import { MemberIdDialog } from '../lead/member-id-dialog.tsx'
import { PriorityMenu } from '../lead/priority-menu.tsx'
import type { Asked } from './asked.ts'
import { AskedStatus } from './asked-status.tsx'
import { LostDialog } from './lost-dialog.tsx'
import { WonDialog } from './won-dialog.tsx'

interface AskedDialogProps {
  readonly asked: Asked
  readonly onClose: () => void
}

/** The face of a question about a lead. */
export function AskedDialog({ asked: { kind, lead, anchor }, onClose }: AskedDialogProps) {
  switch (kind) {
    case 'status':
      return <AskedStatus lead={lead} anchor={anchor} onClose={onClose} />
    case 'won':
      return <WonDialog lead={lead} onClose={onClose} />
    case 'lost':
      return <LostDialog lead={lead} onClose={onClose} />
    case 'assign':
      return <AssigneeMenu lead={lead} anchor={anchor} onClose={onClose} />
    case 'member-id':
      return <MemberIdDialog lead={lead} onClose={onClose} />
    case 'estimatedValue':
    case 'actualValue':
      return <AmountDialog lead={lead} field={kind} onClose={onClose} />
    case 'priority':
      return <PriorityMenu lead={lead} anchor={anchor} onClose={onClose} />
  }
}
