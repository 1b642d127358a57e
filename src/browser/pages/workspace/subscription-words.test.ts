import { expect, it } from 'vitest'
import { subscriptionWord } from './subscription-words.ts'

it('says what is known of a plan in words, and the rest as given', () => {
  expect(['active', 'past_due', 'monthly', 'per-seat', 'toString', '', null].map(subscriptionWord)).toEqual([
    'active',
    'past due',
    'monthly',
    'per-seat',
    'toString',
    '',
    '',
  ])
})
