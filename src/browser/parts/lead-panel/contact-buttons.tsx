import type { Lead } from '#contract/lead.ts'
import { buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { internationalDigits, mailLink } from '../whatsapp/reach.ts'
import { leaveFor } from '../whatsapp/use-outings.ts'
import { WhatsAppButton } from '../whatsapp/whatsapp-button.tsx'

/** Three words and their icons side by side on the narrowest phone. */
const narrow = 'max-md:gap-1.5 max-md:px-2'

/** The ways to reach a lead; those there are none of are told, not drawn grey. */
export function ContactButtons({ lead }: { readonly lead: Lead }) {
  const digits = internationalDigits(lead.phone)
  const mail = mailLink(lead.email)
  const hasPhone = (lead.phone ?? '').trim() !== ''
  const missing = [
    digits === '' && (hasPhone ? m.lead_panel_odd_phone() : m.lead_panel_no_phone()),
    mail === '' && m.lead_panel_no_email(),
  ].filter((line) => line !== false)
  return (
    <div className="flex flex-col gap-1.5">
      {(digits !== '' || mail !== '') && (
        <div className="grid auto-cols-fr grid-flow-col gap-2">
          {digits !== '' && (
            <>
              <WhatsAppButton lead={lead} className={`w-full ${narrow}`} />
              <a
                href={`tel:+${digits}`}
                className={buttonClass('plain', narrow)}
                onClick={() => leaveFor(lead.id, 'call')}
              >
                <Icon name="phone" />
                {m.lead_panel_call()}
              </a>
            </>
          )}
          {mail !== '' && (
            <a href={mail} className={buttonClass('plain', narrow)}>
              <Icon name="mail" />
              {m.lead_panel_mail()}
            </a>
          )}
        </div>
      )}
      {missing.length > 0 && <p className="text-xs text-ink-3">{missing.join(' ')}</p>}
    </div>
  )
}
