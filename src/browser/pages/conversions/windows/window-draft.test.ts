import fc from 'fast-check'
import { expect, it } from 'vitest'
import { standardWindows, windowLimits, windowProducts } from '#contract/delivery-windows.ts'
import { fromWindowDraft, toWindowDraft } from './window-draft.ts'

it('reads back every set of windows', () => {
  const hours = fc.integer(windowLimits)
  const windows = fc.record({
    meta: hours,
    googleGa4: hours,
    googleAds: hours,
    tiktok: hours,
    linkedin: hours,
    google: fc.constantFrom('googleGa4' as const, 'googleAds' as const),
  })
  fc.assert(
    fc.property(windows, (given) => {
      expect(fromWindowDraft(toWindowDraft(given))).toEqual({ windows: given, faults: [] })
    }),
  )
})

it('shows them as people speak of them', () => {
  const { fields } = toWindowDraft(standardWindows)
  expect([fields.meta, fields.googleGa4]).toEqual([
    { text: '7', unit: 'days' },
    { text: '72', unit: 'hours' },
  ])
})

it.each(['', '0', '-3', '1.5', 'seven', '99999', '367'])('names a field that says "%s"', (text) => {
  const draft = toWindowDraft(standardWindows)
  for (const product of windowProducts) {
    const fields = { ...draft.fields, [product]: { text, unit: 'days' as const } }
    expect(fromWindowDraft({ ...draft, fields })).toEqual({ windows: null, faults: [product] })
  }
})
