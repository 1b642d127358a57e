import { defaultEvent } from '#contract/default-events.ts'
import * as m from '#words/m.ts'
import { platformWord, statusWord } from '#words/vocabulary-words.ts'

type Text = string | null | undefined

/** What setting a status sends by default, as a sentence: "By default this sends Contact to Meta." */
export function eventLine(status: Text, adPlatform: Text): string {
  const event = defaultEvent(status, adPlatform)
  return event === null ? m.status_sends_nothing() : m.status_sends({ event, platform: platformWord(adPlatform) })
}

/** The same for a status that stands on a button: "Proposal sends InitiateCheckout to TikTok by default". */
export function namedEventLine(status: Text, adPlatform: Text): string {
  const event = defaultEvent(status, adPlatform)
  if (event === null) return m.status_sends_nothing()
  return m.status_sends_as({ status: statusWord(status), event, platform: platformWord(adPlatform) })
}

/** The same as short as it goes, beneath an item of a menu: "Contact to Meta"; undefined where nothing is sent. */
export function eventHint(status: Text, adPlatform: Text): string | undefined {
  const event = defaultEvent(status, adPlatform)
  return event === null ? undefined : m.status_event({ event, platform: platformWord(adPlatform) })
}
