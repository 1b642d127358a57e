import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useWorkspace } from '#queries/workspace.ts'
import { Icon } from '#ui/icon.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { type Locale, locales, nearestLocale } from '#words/locale.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { MeQuestion } from '../me/me-question.tsx'
import { useMe } from '../me/use-me.ts'
import { messageText, namesSender } from './message-text.ts'
import { chatLink, greetingName } from './reach.ts'
import { templateName } from './template-name.ts'
import { leaveFor } from './use-outings.ts'
import { useTemplates } from './use-templates.ts'

interface MessageMenuProps {
  readonly lead: Lead
  /** International, from `internationalDigits`. */
  readonly digits: string
  /** The person followed one of the links. */
  readonly onLeave: () => void
}

/** What to begin the chat with: each text as the customer would read it, or none. */
export function MessageMenu({ lead, digits, onLeave }: MessageMenuProps) {
  const { locale } = useDisplay()
  const { data: workspace } = useWorkspace()
  const me = useMe()
  const [chosen, setChosen] = useState<Locale | null>(null)
  // Customers are written to in the workspace's language, whatever this person reads.
  const language = chosen ?? nearestLocale(workspace?.language) ?? locale
  const templates = useTemplates()
  const facts = {
    name: greetingName(lead),
    me: me.name,
    shop: workspace?.displayName ?? null,
    code: lead.uniqueCode ?? null,
  }
  const leave = () => {
    leaveFor(lead.id, 'whatsapp')
    onLeave()
  }
  return (
    <div className="flex flex-col gap-2">
      {templates.some((template) => namesSender(template[language])) && <MeQuestion reason={m.whatsapp_me_reason()} />}
      <ul className="flex flex-col">
        {templates.map((template, index) => {
          const text = messageText(template[language] || template[otherThan(language)], facts)
          if (text === '') return null
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two templates may share a name, and the list stands still
            <li key={index} className="border-b border-line">
              <ChatLink href={chatLink(digits, text)} onFollow={leave}>
                <span className="font-medium">{templateName(template, locale)}</span>
                <span className="line-clamp-3 text-ink-2" lang={language} dir="auto">
                  {text}
                </span>
              </ChatLink>
            </li>
          )
        })}
        <li>
          <ChatLink href={chatLink(digits, '')} onFollow={leave}>
            <span className="font-medium">{m.whatsapp_no_text()}</span>
          </ChatLink>
        </li>
      </ul>
      <div className="flex items-center justify-between gap-3 border-t border-line pt-2">
        <span className="text-xs text-ink-3">{m.whatsapp_language()}</span>
        <Segmented
          label={m.whatsapp_language()}
          options={locales.map((value) => ({ value, label: value === 'id' ? m.language_id() : m.language_en() }))}
          value={language}
          onChange={setChosen}
        />
      </div>
    </div>
  )
}

interface ChatLinkProps {
  readonly href: string
  readonly onFollow: () => void
  readonly children: React.ReactNode
}

function ChatLink({ href, onFollow, children }: ChatLinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={onFollow}
      className="group flex min-h-9 items-center gap-3 rounded px-2 py-2 hover:bg-sunken pointer-coarse:min-h-11"
    >
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">{children}</span>
      <Icon name="right" size={14} className="shrink-0 text-ink-3 group-hover:text-ink" />
    </a>
  )
}

function otherThan(language: Locale): Locale {
  return language === 'en' ? 'id' : 'en'
}
