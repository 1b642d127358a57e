import { decodeChoice, encodeChoice, unknownParts } from '#parts/address-choice.ts'
import { type FunnelMode, funnelModes } from '#parts/funnel/funnel-rows.ts'
import { compareParameter } from '#parts/period/compare-codec.ts'
import type { Decoded } from '#parts/period/period-codec.ts'

/** What the funnel's address says beside the period. */
export interface FunnelView {
  readonly mode: FunnelMode
  readonly showsVisits: boolean
}

export const firstFunnelView: FunnelView = { mode: 'reached', showsVisits: false }

/** Reads `?mode=now&visits=shown`. Nonsense gives the default, and is named. */
export function decodeFunnelView(search: URLSearchParams): Decoded<FunnelView> {
  const mode = decodeChoice(search, 'mode', funnelModes, firstFunnelView.mode)
  const visits = decodeChoice(search, 'visits', ['hidden', 'shown'], 'hidden')
  return {
    value: { mode: mode.value, showsVisits: visits.value === 'shown' },
    ignored: [...mode.ignored, ...visits.ignored, ...unknownParts(search, ['mode', 'visits', compareParameter])],
  }
}

/** Writes the view over an address, its period kept. */
export function encodeFunnelView(view: FunnelView, search: URLSearchParams): URLSearchParams {
  const next = encodeChoice(search, 'mode', view.mode, firstFunnelView.mode)
  return encodeChoice(next, 'visits', view.showsVisits ? 'shown' : 'hidden', 'hidden')
}
