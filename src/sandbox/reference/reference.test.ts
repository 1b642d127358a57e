import { Validator } from '@seriousme/openapi-schema-validator'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { openApiDocument } from './openapi-document.ts'
import { fieldWords } from './operation-words.ts'
import { addReference } from './reference-routes.ts'

const app = new Hono()
addReference(app)
const endpoints = Object.entries(agentEndpoints) as [string, Endpoint][]

describe('the document', () => {
  it('is OpenAPI 3.1 to a validator that is not ours, which does see a fault', async () => {
    const served = await (await app.request('/openapi.json')).json()
    const validator = new Validator()
    expect(await validator.validate(served)).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
    expect((await new Validator().validate({ ...served, paths: { leads: {} } })).valid).toBe(false)
  })

  it.each(endpoints)('tells of %s what the contract says', (name, endpoint) => {
    const document = openApiDocument()
    const path = endpoint.path.replace(':id', '{id}')
    const operation = document.paths[path]?.[endpoint.method.toLowerCase()]
    expect(operation?.operationId).toBe(name)
    const parameters = [...Object.keys(endpoint.params?.shape ?? {}), ...Object.keys(endpoint.query?.shape ?? {})]
    expect((operation?.parameters ?? []).map((parameter) => parameter.name)).toEqual(parameters)
    const body = operation?.requestBody?.content['application/json']?.schema
    expect(Object.keys(body?.properties ?? {})).toEqual(Object.keys(endpoint.body?.shape ?? {}))
    expect(Object.keys(operation?.responses ?? {})).toContain(String(endpoint.status))
    expect(operation?.security).toEqual(endpoint.scope === null ? [] : [{ key: [endpoint.scope] }])
  })

  it('leaves no documented field out of an answer, but the reference out of reads', () => {
    const { paths } = openApiDocument()
    const required = (path: string, method: string, status: string) => {
      const schema = paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema
      return schema?.properties?.data?.required ?? []
    }
    expect(required('/api/v2/agent/leads/{id}', 'get', '200')).not.toContain('externalRef')
    expect(required('/api/v2/agent/leads/{id}', 'get', '200')).toContain('actualValue')
    expect(required('/api/v2/agent/leads', 'post', '201')).toContain('externalRef')
  })
})

describe('the page', () => {
  it('shows every operation and every field, and asks for nothing but its style sheet', async () => {
    const answer = await app.request('/reference')
    const page = await answer.text()
    for (const [name, { path }] of endpoints) {
      expect(page).toContain(`id="${name}"`)
      expect(page).toContain(path.replace(':id', '{id}'))
    }
    for (const field of Object.keys(fieldWords)) expect(page).toContain(`<code>${field}</code>`)
    expect(page).not.toMatch(/<script|style="|https?:\/\//)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await app.request('/reference.css')).headers.get('content-type')).toContain('text/css')
  })

  it('shows what a text says, never what it would do', async () => {
    expect(await (await app.request('/reference')).text()).toContain('Bearer &lt;key&gt;')
  })
})
