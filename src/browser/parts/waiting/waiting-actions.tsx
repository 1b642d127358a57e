import { defaultEvent } from '#contract/default-events.ts'
import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import * as m from '#words/m.ts'
import { WaitingAction, WaitingLink } from './waiting-action.tsx'
import type { WaitingLine } from './waiting-lines.ts'

interface WaitingActionsProps {
  readonly line: WaitingLine
  readonly lead: Lead | undefined
  readonly isAsking: boolean
  readonly onAsk: (isAsking: boolean) => void
}

/** What a person can do about a change, as it stands now. */
export function WaitingActions({ line, ...rest }: WaitingActionsProps) {
  const { undo, sendAgain, check, dismiss } = useWriteActions()
  const { id, leadId, isUndoing } = line.write
  const discard = <WaitingAction onClick={() => dismiss(id)}>{m.lead_panel_discard()}</WaitingAction>
  const again = <WaitingAction onClick={() => sendAgain(id)}>{m.lead_panel_send_again()}</WaitingAction>
  switch (line.face) {
    case 'held':
    case 'limited':
    case 'waiting':
      return isUndoing ? null : (
        <WaitingAction shortcut="U Control+Z" onClick={() => undo(id)}>
          {m.waiting_undo()}
        </WaitingAction>
      )
    case 'saved':
      return <WayBack line={line} {...rest} />
    case 'conflict':
      return (
        <>
          <WaitingLink to={`/leads/${leadId}`}>{m.waiting_compare()}</WaitingLink>
          {discard}
        </>
      )
    case 'failed':
      return (
        <>
          {again}
          <WaitingLink to={`/leads/${leadId}/edit`}>{m.waiting_edit()}</WaitingLink>
          {discard}
        </>
      )
    case 'unknown':
    case 'unconfirmed':
      return (
        <>
          <WaitingAction onClick={() => check(id)}>{m.lead_panel_check()}</WaitingAction>
          {again}
          {discard}
        </>
      )
    case 'sending':
    case 'checking':
      return null
  }
}

/** What was sent stays sent: that is said before the status goes back, unless nothing was. */
function WayBack({ line: { write }, lead, isAsking, onAsk }: WaitingActionsProps) {
  const { changeBack } = useWriteActions()
  const back = () => {
    onAsk(false)
    changeBack(write.id)
  }
  const wasSent = lead === undefined || defaultEvent(write.changes.status, lead.adPlatform) !== null
  if (!isAsking) {
    return <WaitingAction onClick={wasSent ? () => onAsk(true) : back}>{m.waiting_back()}</WaitingAction>
  }
  return (
    <>
      <WaitingAction onClick={back}>{m.waiting_back()}</WaitingAction>
      <WaitingAction onClick={() => onAsk(false)}>{m.waiting_leave()}</WaitingAction>
    </>
  )
}
