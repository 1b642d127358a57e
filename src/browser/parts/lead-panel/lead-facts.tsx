import type { ReactNode } from 'react'
import type { Lead } from '#contract/lead.ts'
import * as m from '#words/m.ts'
import { formatPhone } from '#words/phone-format.ts'
import { fieldWord, platformWord, sourceWord } from '#words/vocabulary-words.ts'
import { useDisplay } from '../display.tsx'
import { unknownText } from '../figures/range-text.ts'
import { InPlaceAmount } from '../lead/in-place-amount.tsx'
import { InPlaceAssignee } from '../lead/in-place-assignee.tsx'
import { InPlacePriority } from '../lead/in-place-priority.tsx'
import { shownReference } from '../lead/own-reference.ts'
import { internationalDigits, mailLink } from '../whatsapp/reach.ts'
import { leaveFor } from '../whatsapp/use-outings.ts'
import { CopyButton } from './copy-button.tsx'

/** Everything that is known of a lead, what is worked with in place. What is not known says so. */
export function LeadFacts({ lead }: { readonly lead: Lead }) {
  const { dates } = useDisplay()
  const reference = shownReference(lead.externalRef)
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-5 gap-y-0.5 max-md:gap-y-0">
      <Fact name="phone">
        <Phone lead={lead} />
      </Fact>
      <Fact name="email">
        <Email lead={lead} />
      </Fact>
      <Fact name="priority">
        <InPlacePriority lead={lead} />
      </Fact>
      <Fact name="source">{sourceWord(lead.source)}</Fact>
      <Fact name="adPlatform">{platformWord(lead.adPlatform)}</Fact>
      <Fact name="assignedTo">
        <InPlaceAssignee lead={lead} />
      </Fact>
      <Fact name="estimatedValue">
        <InPlaceAmount lead={lead} field="estimatedValue" />
      </Fact>
      <Fact name="actualValue">
        <InPlaceAmount
          lead={lead}
          field="actualValue"
          emptyText={lead.status === 'won' ? undefined : m.lead_panel_asked_when_won()}
        />
      </Fact>
      {reference !== '' && <Fact name="externalRef">{reference}</Fact>}
      <Fact name="updatedAt">{dates.dateTime(lead.updatedAt)}</Fact>
    </dl>
  )
}

function Phone({ lead }: { readonly lead: Lead }) {
  const given = (lead.phone ?? '').trim()
  const digits = internationalDigits(given)
  if (given === '') return unknownText
  return (
    <span className="flex min-w-0 items-center gap-1">
      {digits === '' ? (
        <span className="wrap-anywhere">{given}</span>
      ) : (
        <a
          href={`tel:+${digits}`}
          onClick={() => leaveFor(lead.id, 'call')}
          className="tabular inline-flex items-center text-accent hover:underline pointer-coarse:min-h-11"
        >
          {formatPhone(given)}
        </a>
      )}
      <CopyButton text={given} label={fieldWord('phone')} />
    </span>
  )
}

function Email({ lead }: { readonly lead: Lead }) {
  const given = (lead.email ?? '').trim()
  if (given === '') return unknownText
  return (
    <span className="flex min-w-0 items-center gap-1">
      <a
        href={mailLink(given)}
        className="inline-flex min-w-0 items-center break-all text-accent hover:underline pointer-coarse:min-h-11"
      >
        {given}
      </a>
      <CopyButton text={given} label={fieldWord('email')} />
    </span>
  )
}

/** The first line of both columns is as high; what needs more goes on beneath it. */
const line = 'flex min-h-7 items-center self-start max-md:min-h-12'

/** On a phone a row one can hit, with a hairline beneath it across both columns. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const isUnknown = children === '' || children === false || children == null
  return (
    <div className="col-span-2 grid grid-cols-subgrid max-md:border-b max-md:border-line max-md:text-base">
      <dt className={`${line} text-ink-3`}>{fieldWord(name)}</dt>
      <dd className={`${line} tabular min-w-0 [&>span]:w-full`}>{isUnknown ? unknownText : children}</dd>
    </div>
  )
}
