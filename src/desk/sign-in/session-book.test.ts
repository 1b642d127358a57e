import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roles } from '#contract/roles.ts'
import {
  beginSession,
  changeSession,
  endSession,
  endSessionsOf,
  findSession,
  type SessionBook,
  sessionBook,
  sessionLimit,
  touchSession,
} from './session-book.ts'

const hour = 60 * 60_000
const key = fc.constantFrom('a', 'b', 'c')
const role = fc.constantFrom(...roles)
const step = fc.oneof(
  fc.record({ kind: fc.constant('in' as const), key, role }),
  fc.record({ kind: fc.constant('use' as const), key }),
  fc.record({ kind: fc.constant('name' as const), key }),
  fc.record({ kind: fc.constant('out' as const), key }),
  fc.record({ kind: fc.constant('passphrase' as const), role }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 14 * hour }) }),
)

it('knows a session exactly as long as it lasts, through any life (property)', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let book: SessionBook = []
      let now = 1_000_000
      // The model: who is in, by the rules in words.
      const model = new Map<string, { role: string; startedAt: number; usedAt: number; name: string }>()
      const isIn = (id: string) => {
        const one = model.get(id)
        return one !== undefined && now - one.usedAt < 12 * hour && now - one.startedAt < 7 * 24 * hour
      }
      let count = 0
      for (const one of steps) {
        if (one.kind === 'wait') now += one.ms
        if (one.kind === 'restart') book = sessionBook.parse(JSON.parse(JSON.stringify(book)))
        if (one.kind === 'in') {
          count += 1
          book = endSession(book, one.key)
          book = beginSession(book, { key: one.key, role: one.role, name: `n${count}`, memberId: null }, now)
          model.set(one.key, { role: one.role, startedAt: now, usedAt: now, name: `n${count}` })
        }
        if (one.kind === 'use' && findSession(book, one.key, now) !== undefined) {
          book = touchSession(book, one.key, now)
          const entry = model.get(one.key)
          if (entry !== undefined) entry.usedAt = now
        }
        if (one.kind === 'name') {
          book = changeSession(book, one.key, { name: 'Sari' })
          const entry = model.get(one.key)
          if (entry !== undefined) entry.name = 'Sari'
        }
        if (one.kind === 'out') {
          book = endSession(book, one.key)
          model.delete(one.key)
        }
        if (one.kind === 'passphrase') {
          book = endSessionsOf(book, one.role)
          for (const [id, entry] of model) if (entry.role === one.role) model.delete(id)
        }
        for (const id of ['a', 'b', 'c']) {
          const found = findSession(book, id, now)
          expect(found !== undefined).toBe(isIn(id))
          if (found !== undefined) expect(found).toMatchObject({ name: model.get(id)?.name, role: model.get(id)?.role })
        }
      }
    }),
  )
})

it('keeps so many sessions of a role and no more; what was used longest ago goes, and none of another role', () => {
  let book = beginSession([], { key: 'manager', role: 'manager', name: 'Rina', memberId: null }, 900)
  for (let index = 0; index < sessionLimit + 10; index++) {
    book = beginSession(book, { key: `k${index}`, role: 'rep', name: 'Sari', memberId: null }, 1000 + index)
    book = touchSession(book, 'k0', 1000 + index)
  }
  expect(book).toHaveLength(sessionLimit + 1)
  expect(findSession(book, 'manager', 3000)).toBeDefined()
  expect(findSession(book, 'k0', 3000)).toBeDefined()
  expect(findSession(book, 'k1', 3000)).toBeUndefined()
})
