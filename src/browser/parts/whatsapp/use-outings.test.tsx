import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** A tab as it is after loading: the module begins anew, sessionStorage stays. */
async function loadTab() {
  vi.resetModules()
  const { leaveFor, settleOuting, useDueOutings } = await import('./use-outings.ts')
  const { result, unmount } = renderHook(() => useDueOutings())
  return { leaveFor, settleOuting, due: () => result.current.map(({ leadId }) => leadId), close: unmount }
}

let visibility: DocumentVisibilityState = 'visible'
function turn(to: DocumentVisibilityState) {
  visibility = to
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}
function wait(seconds: number) {
  vi.advanceTimersByTime(seconds * 1000)
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24) })
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
  sessionStorage.clear()
  visibility = 'visible'
})
afterEach(() => void vi.useRealTimers())

it('asks after twenty seconds away, not after nineteen', async () => {
  const tab = await loadTab()
  tab.leaveFor('a', 'whatsapp')
  turn('hidden')
  wait(19)
  turn('visible')
  expect(tab.due()).toEqual([])
  turn('hidden')
  wait(20)
  turn('visible')
  expect(tab.due()).toEqual(['a'])
})

it('asks nothing of somebody who never left, or left for another reason much later', async () => {
  const tab = await loadTab()
  tab.leaveFor('a', 'call')
  wait(10 * 60)
  turn('hidden')
  wait(60)
  turn('visible')
  expect(tab.due()).toEqual([])
})

it('asks once per lead and hour', async () => {
  const tab = await loadTab()
  const goOut = () => {
    tab.leaveFor('a', 'whatsapp')
    turn('hidden')
    wait(30)
    turn('visible')
  }
  goOut()
  act(() => tab.settleOuting('a'))
  expect(tab.due()).toEqual([])
  goOut()
  expect(tab.due()).toEqual([])
  wait(60 * 60)
  goOut()
  expect(tab.due()).toEqual(['a'])
})

it('still asks after the phone discarded the tab, and keeps nothing but ids and times', async () => {
  const before = await loadTab()
  before.leaveFor('lead-1', 'whatsapp')
  turn('hidden')
  before.close()
  wait(5 * 60)
  visibility = 'visible'
  const kept = Object.values(sessionStorage).join('')
  expect(
    kept.replaceAll(/lead-1|"(?:open|asked|leadId|by|whatsapp|leftAt|hiddenAt|isDue)"|true|false|null/g, ''),
  ).toMatch(/^[\d[\]{}:,"]*$/)
  const after = await loadTab()
  expect(after.due()).toEqual(['lead-1'])
})

it('asks of the lead one went out for last, and keeps asking of an earlier one that was not answered', async () => {
  const tab = await loadTab()
  tab.leaveFor('a', 'whatsapp')
  turn('hidden')
  wait(30)
  turn('visible')
  tab.leaveFor('b', 'whatsapp')
  turn('hidden')
  wait(30)
  turn('visible')
  expect(tab.due()).toEqual(['a', 'b'])
})

it('forgets what nobody answered by the next day', async () => {
  const tab = await loadTab()
  tab.leaveFor('a', 'whatsapp')
  turn('hidden')
  wait(13 * 60 * 60)
  turn('visible')
  expect(tab.due()).toEqual([])
})
