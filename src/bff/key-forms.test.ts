import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyFinder } from './key-forms.ts'

const key = fc.stringMatching(/^[\x21-\x7e]{16,40}$/)
const around = fc.string({ maxLength: 7 })
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
const escaped = (text: string) =>
  [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const forms: readonly [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['as JSON text', (text) => JSON.stringify(text)],
  ['by \\u escapes', escaped],
  ['as JSON with escaped slashes', (text) => JSON.stringify(text).replaceAll('/', '\\/')],
  ['for an address', encodeURIComponent],
  ['by percent escapes', percent],
  ['in hex', (text) => Buffer.from(text).toString('hex')],
  ['in base64', (text) => Buffer.from(text).toString('base64')],
  ['in base64 without padding', (text) => Buffer.from(text).toString('base64').replace(/=+$/, '')],
  ['in base64 for addresses', (text) => Buffer.from(text).toString('base64url')],
  ['in base64, with something before it', (text) => Buffer.from(`user:${text}@host`).toString('base64')],
  ['in base64, percent-escaped', (text) => encodeURIComponent(Buffer.from(text).toString('base64'))],
]

test.each(forms)('the key is found %s, in any letter case', (_, write) => {
  fc.assert(
    fc.property(key, around, around, (secret, before, after) => {
      const finds = keyFinder(secret)
      const text = `${before} ${write(secret)} ${after}`
      expect(finds(text)).toBe(true)
      expect(finds(text.toUpperCase().replaceAll('\\U', '\\u'))).toBe(true)
    }),
  )
})

test('other texts do not hold it', () => {
  const finds = keyFinder('knk_0123456789abcdef')
  expect(finds('{"data":"knk_0123456789abcde","next":"\\u006bnk_%30 a/b+c"}')).toBe(false)
})
