import { afterEach, describe, expect, it } from 'vitest'
import { leadFields } from '#contract/lead.ts'
import {
  adPlatforms,
  leadPriorities,
  leadSources,
  leadStatuses,
  syncStates,
  ticketPriorities,
} from '#contract/vocabularies.ts'
import { leadName } from './lead-name.ts'
import { nearestLocale, switchLocale } from './locale.ts'
import { fieldWord, platformWord, priorityWord, sourceWord, statusWord, syncWord } from './vocabulary-words.ts'

afterEach(() => switchLocale('en'))

describe('words', () => {
  it('exist for every value of every vocabulary', () => {
    const all: readonly [(value: string) => string, readonly string[]][] = [
      [statusWord, leadStatuses],
      [priorityWord, [...leadPriorities, ...ticketPriorities]],
      [sourceWord, leadSources],
      [platformWord, adPlatforms],
      [syncWord, syncStates],
      [fieldWord, leadFields],
    ]
    for (const [word, values] of all) {
      for (const value of values) expect(word(value)).not.toMatch(/^$|^Other: /)
    }
  })

  it('show a value that no vocabulary lists as given, and nothing for none', () => {
    expect(statusWord('archived')).toBe('Other: archived')
    expect(statusWord('constructor')).toBe('Other: constructor')
    expect(statusWord(null)).toBe('')
    expect(statusWord('')).toBe('')
  })

  it('follow the language', () => {
    switchLocale('id')
    expect(statusWord('won')).toBe('Closing')
  })
})

describe('a language', () => {
  it('is the nearest we have for a tag', () => {
    expect(nearestLocale('id-ID')).toBe('id')
    expect(nearestLocale('in')).toBe('id')
    expect(nearestLocale('EN_us')).toBe('en')
    expect(nearestLocale('de')).toBeNull()
    expect(nearestLocale(null)).toBeNull()
  })
})

describe('a name', () => {
  it('is what there is of first and last, or words for neither', () => {
    expect(leadName({ firstName: 'Budi', lastName: 'Santoso' })).toBe('Budi Santoso')
    expect(leadName({ firstName: null, lastName: 'Santoso' })).toBe('Santoso')
    expect(leadName({ firstName: ' ', lastName: null })).toBe('No name')
  })
})
