import { expect, it } from 'vitest'
import { outcomeSteps } from './outcomes.ts'

const told = (status: string | null) =>
  Object.fromEntries(outcomeSteps(status).map(({ outcome, status: to }) => [outcome, to]))

it('moves a new lead as far as the outcome says', () => {
  const steps = { 'no-reply': 'contacted', replied: 'responded', interested: 'qualified', 'not-going': 'lost' }
  expect(told('new')).toEqual(steps)
  expect(told('pageview')).toEqual(steps)
  expect(told('archived')).toEqual(steps)
  expect(told(null)).toEqual(steps)
})

it('never sets a status back: a proposal without reply stays one', () => {
  expect(told('proposal')).toEqual({ 'no-reply': null, replied: null, interested: null, 'not-going': 'lost' })
  expect(told('responded')).toEqual({ 'no-reply': null, replied: null, interested: 'qualified', 'not-going': 'lost' })
})

it('asks of a closed lead only what can still be', () => {
  expect(told('won')).toEqual({ 'no-reply': null, replied: null, interested: null })
  expect(told('lost')).toEqual({ 'no-reply': null, replied: 'responded', interested: 'qualified' })
})
