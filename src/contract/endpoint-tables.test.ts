import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agentBasePath, agentEndpoints } from './agent-endpoints.ts'
import { bffEndpoints } from './bff-endpoints.ts'
import { type Endpoint, fillPath, fillQuery } from './endpoint.ts'
import { agentErrorStatus, bffErrorStatus } from './error-codes.ts'
import { scopes } from './vocabularies.ts'

const agent: readonly (readonly [string, Endpoint])[] = Object.entries(agentEndpoints)
const own: readonly (readonly [string, Endpoint])[] = Object.entries(bffEndpoints)

const makesNothing = ['notePresence']

describe('the tables', () => {
  it('hold the twelve operations of the specification', () => {
    expect(agent.map(([, { method, path }]) => `${method} ${path}`)).toEqual([
      'GET /api/v2/agent/SKILL.md',
      'GET /api/v2/agent/leads',
      'GET /api/v2/agent/leads/:id',
      'POST /api/v2/agent/leads',
      'PATCH /api/v2/agent/leads/:id',
      'GET /api/v2/agent/analytics/summary',
      'GET /api/v2/agent/analytics/funnel',
      'GET /api/v2/agent/analytics/campaigns',
      'GET /api/v2/agent/conversions/status',
      'GET /api/v2/agent/conversions/pending',
      'GET /api/v2/agent/workspace',
      'POST /api/v2/agent/support/tickets',
    ])
  })

  it('keep their own ground: the API under its base, what we add under /bff', () => {
    for (const [, { path }] of agent) expect(path.startsWith(`${agentBasePath}/`)).toBe(true)
    for (const [, { path }] of own) expect(path.startsWith('/bff/')).toBe(true)
  })

  it('need every scope somewhere, and no scope only where none is needed', () => {
    expect(new Set(agent.flatMap(([, { scope }]) => scope ?? []))).toEqual(new Set(scopes))
    expect(agent.filter(([, { scope }]) => scope === null).map(([name]) => name)).toEqual(['skill'])
  })

  it.each([...agent, ...own].filter(([name]) => name !== 'skill'))('describe %s in full', (name, endpoint) => {
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1])
    expect(Object.keys(endpoint.params?.shape ?? {})).toEqual(inPath)
    // A whole answer, or an answer that does not end.
    expect([endpoint.response, endpoint.event].filter((one) => one !== undefined)).toHaveLength(1)
    expect(endpoint.body !== undefined).toBe(!['GET', 'DELETE'].includes(endpoint.method))
    if (endpoint.query !== undefined) expect(endpoint.method).toBe('GET')
    expect(endpoint.status).toBe(endpoint.method === 'POST' && !makesNothing.includes(name) ? 201 : 200)
  })

  it('name no route twice', () => {
    const routes = [...agent, ...own].map(([, { method, path }]) => `${method} ${path}`)
    expect(new Set(routes).size).toBe(routes.length)
  })

  it('share no error code between Konektor and this dashboard', () => {
    expect(Object.keys(bffErrorStatus).filter((code) => code in agentErrorStatus)).toEqual([])
  })
})

describe('a target', () => {
  it('stays inside its path, whatever the parameter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        const path = fillPath('/api/v2/agent/leads/:id', { id })
        expect(path.split('/')).toHaveLength(6)
        expect(decodeURIComponent(path.split('/')[5] ?? '')).toBe(id)
        expect(path).not.toMatch(/[?#]/)
      }),
    )
  })

  it('is never built with a hole in it', () => {
    expect(() => fillPath('/bff/leads/:id', {})).toThrow('id')
  })

  it('asks byte-equal questions in whatever order they are given, and leaves out what is not said', () => {
    const one = fillQuery(agentEndpoints.listLeads, { status: 'new', limit: 10, search: '', cursor: undefined })
    const other = fillQuery(agentEndpoints.listLeads, { limit: 10, unheard: 'x', status: 'new', page: null })
    expect(one).toBe('?limit=10&status=new')
    expect(other).toBe(one)
    expect(fillQuery(agentEndpoints.workspace, { status: 'new' })).toBe('')
  })
})
