import type { ComponentType } from 'react'
import { latePart } from '../late-part.ts'

/** How long after the page has loaded, in milliseconds: its rows are there by then, and nobody waits for news. */
const afterMs = 1_000

let soon: Promise<void> | null = null

function whenLoaded(): Promise<void> {
  soon ??= new Promise<void>((resolve) => {
    const wait = () => setTimeout(resolve, afterMs)
    if (document.readyState === 'complete') wait()
    else addEventListener('load', wait, { once: true })
  })
  return soon
}

/** All that is live is one file (`host/code-groups.ts`), fetched behind the first page: nothing on it waits for news. */
function late<Props>(load: () => Promise<ComponentType<Props>>) {
  return latePart(() => whenLoaded().then(load))
}

export const liveStart = late<object>(() => import('./live-start.tsx').then((part) => part.LiveStart))
export const liveMark = late(() => import('./live-mark.tsx').then((part) => part.LiveMark))
export const liveFoot = late<object>(() => import('./live-foot.tsx').then((part) => part.LiveFoot))
export const wayStrip = late<object>(() => import('./way-strip.tsx').then((part) => part.WayStrip))
export const leadsPill = late(() => import('./new-leads-pill.tsx').then((part) => part.LeadsPill))
export const boardPill = late(() => import('./new-leads-pill.tsx').then((part) => part.BoardPill))
