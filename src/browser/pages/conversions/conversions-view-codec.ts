import { platformKeyLimit } from '#contract/platform-key.ts'
import { unsentStates } from '#contract/vocabularies.ts'
import { decodeChoice, encodeChoice, unknownParts } from '#parts/address-choice.ts'
import type { Decoded } from '#parts/period/period-codec.ts'

export const stateChoices = ['all', ...unsentStates] as const
export type StateChoice = (typeof stateChoices)[number]

/** What of the undelivered events is looked at. */
export interface ConversionsView {
  readonly state: StateChoice
  /** As the list begins it, so that one nobody listed can be looked at too; null for all. */
  readonly platform: string | null
}

/** Reads `?state=failed&platform=meta`. Nonsense shows all, and is named. */
export function decodeConversionsView(search: URLSearchParams): Decoded<ConversionsView> {
  const { value: state, ignored } = decodeChoice(search, 'state', stateChoices, 'all')
  const text = search.get('platform')
  const isPlatform = text !== null && text !== '' && text.length <= platformKeyLimit
  return {
    value: { state, platform: isPlatform ? text : null },
    ignored: [
      ...ignored,
      ...(text === null || isPlatform ? [] : [`platform=${text}`]),
      ...unknownParts(search, ['state', 'platform']),
    ],
  }
}

/** Writes the view over an address, its period kept. */
export function encodeConversionsView(view: ConversionsView, search: URLSearchParams): URLSearchParams {
  return encodeChoice(encodeChoice(search, 'state', view.state, 'all'), 'platform', view.platform ?? '', '')
}
