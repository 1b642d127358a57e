import { expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead, LeadChanges } from '#contract/lead.ts'
import { showsWrite } from './write-rules.ts'

const line = '24/11/2026 09.14 · Sari: called'

it.each<[boolean, string, Partial<Lead>, LeadChanges, string | null]>([
  [true, 'every field holds its value', { status: 'hot', priority: 'high' }, { status: 'hot', priority: 'high' }, null],
  [false, 'one of two does not', { status: 'hot', priority: 'low' }, { status: 'hot', priority: 'high' }, null],
  [false, 'none does', { status: 'new' }, { status: 'hot' }, null],
  [true, 'text was stored trimmed', { lastName: 'Santoso' }, { lastName: ' Santoso ' }, null],
  [true, 'what was cleared is missing', { lastName: undefined }, { lastName: null }, null],
  [true, 'what was cleared is empty', { lastName: '' }, { lastName: null }, null],
  [false, 'zero was wanted and nothing is there', { actualValue: null }, { actualValue: 0 }, null],
  [true, 'the note stands among others', { notes: `Other\n${line}\nOld` }, {}, line],
  [false, 'the note is not there', { notes: 'Old' }, {}, line],
  [false, 'the field is so but the note is not there', { status: 'hot', notes: null }, { status: 'hot' }, line],
  [false, 'the note is there but the field is not so', { status: 'new', notes: line }, { status: 'hot' }, line],
  [false, 'only the external reference was sent', { externalRef: 'x' }, { externalRef: 'x' }, null],
  [true, 'beside an external reference all is so', { status: 'hot' }, { status: 'hot', externalRef: 'x' }, null],
  [false, 'nothing was sent', {}, {}, null],
])('a lead shows a write: %s where %s', (expected, _, lead, changes, note) => {
  expect(showsWrite(buildLead(lead), { changes, note })).toBe(expected)
})
