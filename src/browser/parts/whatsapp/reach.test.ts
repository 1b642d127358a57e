import { expect, it } from 'vitest'
import { chatLink, internationalDigits, mailLink } from './reach.ts'

it.each([
  ['0812-3456-7890', '6281234567890'],
  ['+62 812 3456 7890', '6281234567890'],
  ['62812 3456 7890', '6281234567890'],
  ['8123456789', '628123456789'],
  ['0062 812 3456 789', '628123456789'],
  ['+65 8123 4567', '6581234567'],
  ['+81 90 1234 5678', '819012345678'],
  ['call me', ''],
  ['12345', ''],
  ['1234567890123456', ''],
  [null, ''],
])('dials %s as %s', (phone, digits) => {
  expect(internationalDigits(phone)).toBe(digits)
})

it('writes any text into the address of a chat, half a character included', () => {
  expect(chatLink('62812', '')).toBe('https://wa.me/62812')
  expect(new URL(chatLink('62812', 'Halo & 100% "Kak" 🙂\n#1')).searchParams.get('text')).toBe(
    'Halo & 100% "Kak" 🙂\n#1',
  )
  expect(() => chatLink('62812', '\ud83d')).not.toThrow()
})

it('lets nothing out of a mail address into the headers of a letter', () => {
  expect(mailLink('a@b.co?bcc=x@y.z')).toBe('mailto:a@b.co%3Fbcc%3Dx%40y.z')
  expect(mailLink(' ')).toBe('')
})
