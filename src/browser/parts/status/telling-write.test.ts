import { expect, it } from 'vitest'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import { tellingWrite } from './telling-write.ts'

const held = buildOwnWrite({ id: 'held', state: 'held' })
const saved = buildOwnWrite({ id: 'saved', state: 'saved', endedAt: 1 })
const failed = buildOwnWrite({ id: 'failed', state: 'rejected', endedAt: 1 })
const undone = buildOwnWrite({ id: 'undone', state: 'undone', endedAt: 1 })

it('keeps trouble in sight whatever comes after it', () => {
  expect(tellingWrite([failed, held, saved])?.id).toBe('failed')
})

it('tells of what is under way before what is saved, and of the newest else', () => {
  expect(tellingWrite([held, saved])?.id).toBe('held')
  expect(tellingWrite([saved, { ...saved, id: 'later' }])?.id).toBe('later')
})

it('tells nothing of what was taken back', () => {
  expect(tellingWrite([undone])).toBeUndefined()
})
