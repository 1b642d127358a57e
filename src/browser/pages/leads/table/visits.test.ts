import { expect, it } from 'vitest'
import { countVisits } from './visits.ts'

it('counts visits among the leads that are loaded, and says among how many', () => {
  const leads = [{ status: 'pageview' }, { status: 'new' }, { status: null }, {}, { status: 'pageview' }]
  expect(countVisits(leads)).toEqual({ visits: 2, loaded: 5 })
  expect(countVisits([])).toEqual({ visits: 0, loaded: 0 })
})
