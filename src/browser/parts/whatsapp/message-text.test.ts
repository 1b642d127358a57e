import fc from 'fast-check'
import { expect, it } from 'vitest'
import { standardSettings } from '#contract/settings.ts'
import { messageText, namesSender } from './message-text.ts'

const all = { name: 'Dewi', me: 'Sari', shop: 'Toko Budi', code: 'API_7F3A' }
const [first, followUp] = standardSettings.templates

it('fills the first message in both languages', () => {
  expect(messageText(first?.id ?? '', all)).toBe(
    'Halo Kak Dewi, saya Sari dari Toko Budi. Terima kasih sudah menghubungi kami (kode API_7F3A). Ada yang bisa saya bantu?',
  )
  expect(messageText(first?.en ?? '', all)).toBe(
    'Hello Dewi, this is Sari from Toko Budi. Thank you for contacting us (code API_7F3A). How can I help you?',
  )
})

it.each([
  [
    'no code',
    { code: null },
    'Halo Kak Dewi, saya Sari dari Toko Budi. Terima kasih sudah menghubungi kami. Ada yang bisa saya bantu?',
  ],
  [
    'no name',
    { name: '' },
    'Halo Kak, saya Sari dari Toko Budi. Terima kasih sudah menghubungi kami (kode API_7F3A). Ada yang bisa saya bantu?',
  ],
  [
    'no sender',
    { me: null },
    'Halo Kak Dewi, saya dari Toko Budi. Terima kasih sudah menghubungi kami (kode API_7F3A). Ada yang bisa saya bantu?',
  ],
  [
    'no shop',
    { shop: null },
    'Halo Kak Dewi, saya Sari. Terima kasih sudah menghubungi kami (kode API_7F3A). Ada yang bisa saya bantu?',
  ],
  [
    'nothing at all',
    { name: null, me: null, shop: null, code: null },
    'Halo Kak. Terima kasih sudah menghubungi kami. Ada yang bisa saya bantu?',
  ],
] as const)('reads as a sentence with %s known', (_, missing, expected) => {
  expect(messageText(first?.id ?? '', { ...all, ...missing })).toBe(expected)
})

it('does the same in English', () => {
  expect(messageText(first?.en ?? '', { ...all, me: null })).toContain('Hello Dewi, this is Toko Budi. Thank you')
  expect(messageText(first?.en ?? '', { name: null, me: null, shop: null, code: null })).toBe(
    'Hello. Thank you for contacting us. How can I help you?',
  )
  expect(messageText(followUp?.en ?? '', { ...all, me: null, code: null })).toBe(
    'Hello Dewi, this is Toko Budi, following up on our chat. Is there anything else I can help with?',
  )
  expect(messageText(followUp?.id ?? '', { ...all, me: null })).toContain(
    'Halo Kak Dewi, saya dari Toko Budi, mau menindaklanjuti chat sebelumnya.',
  )
})

it('takes either language’s names in any case, and leaves other braces alone', () => {
  expect(messageText('{NAMA} {code} {harga} { toko }', all)).toBe('Dewi API_7F3A {harga} Toko Budi')
  expect(namesSender('Salam, {Saya}')).toBe(true)
  expect(namesSender('Salam, {nama}')).toBe(false)
})

it('drops a clause that would speak of nothing, and keeps addresses and lines whole', () => {
  expect(messageText('Kode Anda {kode}. Lihat toko.com/a.b?x=1 ya', { ...all, code: '' })).toBe(
    'Lihat toko.com/a.b?x=1 ya',
  )
  expect(messageText('Hi {name}!\nYour code: {code}\nBye', { ...all, code: '' })).toBe('Hi Dewi!\nYour code\nBye')
})

it('never reads a value as a placeholder, nor shows an empty one', () => {
  fc.assert(
    fc.property(fc.record({ name: fc.string(), me: fc.string(), shop: fc.string(), code: fc.string() }), (facts) => {
      const values = Object.values(facts).join('')
      for (const template of standardSettings.templates) {
        for (const text of [template.en, template.id]) {
          if (!/[{}]/.test(values)) expect(messageText(text, facts)).not.toMatch(/[{}]/)
        }
      }
    }),
    { numRuns: process.env.PROVE === '1' ? 10_000 : 200 },
  )
  expect(messageText('{name} {me}', { ...all, name: '{me} $& $1' })).toBe('{me} $& $1 Sari')
})
