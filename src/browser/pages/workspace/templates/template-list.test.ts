import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingsChange, standardSettings, templateLimits } from '#contract/settings.ts'
import {
  isDraftList,
  isSameSettings,
  type TemplateDraft,
  templateFault,
  toDrafts,
  toSettings,
  withAdded,
  withChange,
  withMoved,
  withoutOne,
} from './template-list.ts'

const keys = (drafts: readonly TemplateDraft[]) => drafts.map(({ key }) => key)
const three = ['a', 'b', 'c'].map((key) => ({ key, name: { en: key, id: key }, en: 'Hello', id: 'Halo' }))

describe('the list of templates', () => {
  it('comes back as it was saved, until something is changed', () => {
    const drafts = toDrafts(standardSettings)
    expect(isSameSettings(toSettings(drafts), standardSettings)).toBe(true)
    const [first] = keys(drafts)
    const changed = withChange(drafts, first ?? '', { en: 'Hi' })
    expect(isSameSettings(toSettings(changed), standardSettings)).toBe(false)
    expect(isSameSettings(toSettings(withMoved(drafts, first ?? '', 1)), standardSettings)).toBe(false)
    expect(isSameSettings(toSettings(withoutOne(drafts, first ?? '')), standardSettings)).toBe(false)
  })

  it('moves one past its neighbour, and stays at the ends', () => {
    expect(keys(withMoved(three, 'a', 1))).toEqual(['b', 'a', 'c'])
    expect(keys(withMoved(three, 'c', -1))).toEqual(['a', 'c', 'b'])
    expect(keys(withMoved(three, 'a', -1))).toEqual(['a', 'b', 'c'])
    expect(keys(withMoved(three, 'c', 1))).toEqual(['a', 'b', 'c'])
    expect(keys(withMoved(three, 'gone', 1))).toEqual(['a', 'b', 'c'])
  })

  it('takes eight and no more', () => {
    let drafts: readonly TemplateDraft[] = []
    for (let at = 0; at < 10; at += 1) drafts = withAdded(drafts, `new-${at}`)
    expect(drafts).toHaveLength(templateLimits.count)
  })

  it('never loses or doubles one, whatever is moved', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'x'), fc.constantFrom(-1 as const, 1 as const)))
    fc.assert(
      fc.property(moves, (steps) => {
        const moved = steps.reduce<readonly TemplateDraft[]>((list, [key, by]) => withMoved(list, key, by), three)
        expect(keys(moved).sort()).toEqual(['a', 'b', 'c'])
      }),
    )
  })
})

describe('one template', () => {
  const good = { name: { en: 'First', id: '' }, en: 'Hello {name}', id: '' }

  it('needs a name and a text in one language', () => {
    expect(templateFault(good)).toBeNull()
    expect(templateFault({ ...good, name: { en: ' ', id: '' } })).toBe('name')
    expect(templateFault({ ...good, en: ' ' })).toBe('text')
  })

  it('is saved under one name where only one was written', () => {
    const [saved] = toSettings([{ ...good, key: 'a' }]).templates
    expect(saved?.name).toEqual({ en: 'First', id: 'First' })
  })

  it('is saved exactly where nothing is wrong with it', () => {
    const around = (max: number) =>
      fc.oneof(
        fc.constantFrom('', ' ', 'Halo 🌸', 'مرحبا {nama}'),
        fc.integer({ min: max - 1, max: max + 2 }).map((n) => 'x'.repeat(n)),
      )
    const templates = fc.record({
      name: fc.record({ en: around(templateLimits.name), id: around(templateLimits.name) }),
      en: around(templateLimits.text),
      id: around(templateLimits.text),
    })
    fc.assert(
      fc.property(templates, (template) => {
        const isAccepted = settingsChange.safeParse(toSettings([{ ...template, key: 'a' }])).success
        const fault = templateFault(template)
        expect(isAccepted).toBe(fault === null || fault === 'text')
      }),
    )
  })
})

it('takes nothing for a kept list that is none', () => {
  expect(isDraftList(three)).toBe(true)
  for (const odd of [null, {}, [null], [{ key: 'a' }], [{ ...three[0], en: 1 }], [{ ...three[0], name: 'a' }]])
    expect(isDraftList(odd)).toBe(false)
})
