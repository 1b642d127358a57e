import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Icon } from '#ui/icon.tsx'
import { Popover } from '#ui/popover.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { useFetchSoon } from '../fetch-soon.ts'
import { Late } from '../late.tsx'
import { latePart } from '../late-part.ts'
import { useWide } from '../use-wide.ts'
import { greetingName, internationalDigits } from './reach.ts'

const messageMenu = latePart(() => import('./message-menu.tsx').then((module) => module.MessageMenu))

interface WhatsAppButtonProps {
  readonly lead: Lead
  /** `compact`: an icon of 44 px for a row, nothing where there is no number. */
  readonly look?: 'full' | 'compact'
  readonly className?: string
}

/** Opens the choice of a first message; nothing goes out before one is chosen, and WhatsApp itself still asks. */
export function WhatsAppButton({ lead, look = 'full', className }: WhatsAppButtonProps) {
  const isWide = useWide()
  const [isOpen, setOpen] = useState(false)
  useFetchSoon(messageMenu)
  const digits = internationalDigits(lead.phone)
  if (digits === '') return null
  const face = (props: { readonly onClick: () => void; readonly 'aria-expanded'?: boolean }) =>
    look === 'compact' ? (
      <IconButton label={m.whatsapp_to({ name: leadName(lead) })} className={`size-11 ${className ?? ''}`} {...props}>
        <Icon name="chat" size={18} />
      </IconButton>
    ) : (
      <Button className={className} {...props}>
        <Icon name="chat" className="shrink-0" />
        WhatsApp
      </Button>
    )
  const menu = (onLeave: () => void) => (
    <Late part={messageMenu} props={{ lead, digits, onLeave }} fallback={<Skeleton lines={4} />} />
  )
  if (isWide && look === 'full') {
    return (
      <Popover trigger={face} label={m.whatsapp_choose()} className="max-h-[60vh] w-96 overflow-y-auto">
        {menu}
      </Popover>
    )
  }
  // On a phone in the middle of the screen and large; in a row, because a row cuts off what hangs out of it.
  return (
    <>
      {face({ onClick: () => setOpen(true) })}
      {isOpen && (
        <Dialog
          title={m.whatsapp_to({ name: greetingName(lead) || leadName(lead) })}
          closeLabel={m.close()}
          onClose={() => setOpen(false)}
        >
          {menu(() => setOpen(false))}
        </Dialog>
      )}
    </>
  )
}
