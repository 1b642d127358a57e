import { expect, it } from 'vitest'
import { agentAccess, bffAccess, homeOf, mayOpen, mayUse, pagePaths } from './access.ts'
import { agentEndpoints } from './agent-endpoints.ts'
import { bffEndpoints } from './bff-endpoints.ts'
import { roles } from './roles.ts'

const pagesOf = (role: (typeof roles)[number]) => pagePaths.filter((path) => mayOpen(role, path))

it('gives a manager everything, a rep the leads, an executive the figures', () => {
  expect(pagesOf('manager')).toEqual(pagePaths)
  expect(pagesOf('rep')).toEqual(['/leads', '/pipeline', '/support'])
  expect(pagesOf('executive')).toEqual(['/', '/funnel', '/campaigns', '/conversions'])
  expect(roles.map(homeOf)).toEqual(['/', '/leads', '/'])
})

it('keeps whatever shows a single lead from an executive', () => {
  const refused = [...Object.values(agentEndpoints), ...Object.values(bffEndpoints)].filter(
    (endpoint) => !mayUse('executive', endpoint),
  )
  expect(refused).toEqual(
    expect.arrayContaining([
      agentEndpoints.listLeads,
      agentEndpoints.getLead,
      agentEndpoints.unsentConversions,
      bffEndpoints.listHolds,
      bffEndpoints.listTickets,
      bffEndpoints.unsentSeen,
    ]),
  )
})

it('lets nobody in who has not signed in, but to sign in', () => {
  const open = Object.entries(bffAccess).filter(([, allowed]) => allowed === 'anybody')
  expect(open.map(([name]) => name)).toEqual(['readSession', 'signIn', 'signOut'])
  for (const endpoint of Object.values(agentEndpoints)) expect(mayUse(null, endpoint)).toBe(false)
})

it('gives a manager every row there is', () => {
  for (const [name, allowed] of Object.entries({ ...agentAccess, ...bffAccess })) {
    if (name !== 'skill' && allowed !== 'anybody') expect(allowed, name).toContain('manager')
  }
})

it('knows the page of an address by its first part, and keeps no address that no page has', () => {
  expect(mayOpen('rep', '/leads/lead_1/edit')).toBe(true)
  expect(mayOpen('executive', '/leads/new')).toBe(false)
  expect(mayOpen('rep', '/')).toBe(false)
  expect(mayOpen('rep', '/nothing')).toBe(true)
  expect(mayOpen('rep', '/constructor')).toBe(true)
})
