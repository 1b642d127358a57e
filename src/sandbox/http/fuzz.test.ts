import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type JsonSchema, type Operation, openApiDocument } from '../reference/openapi-document.ts'
import { type OpenSandbox, openSandbox } from '../start-sandbox.ts'
import { testNow } from '../test-workspace.ts'

const runs = process.env.PROVE === '1' ? 10_000 : 400
const document = openApiDocument()
const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema(document, 'api')

let sandbox: OpenSandbox
const faults: unknown[] = []
beforeAll(async () => {
  const onFault = (error: unknown) => faults.push(error)
  sandbox = await openSandbox({ leads: 60, now: testNow, limit: 1_000_000, onFault })
})
afterAll(() => sandbox.close())

interface Call {
  readonly route: string
  readonly method: string
  readonly operation: Operation
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | null
}

/** Texts that have broken servers before. */
const nasty = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; drop table leads; --",
  '%',
  '_\\',
  '\ud800',
  '9'.repeat(400),
  '-1',
  '1e309',
  'NaN',
  '9999-12-31T23:59:60Z',
  '0000-00-00',
  '2026-03-29T02:30',
  'eyJhIjoxfQ',
)
const anyText = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 250 }))

/** Values that a schema allows, and just does not. */
function fitting(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if (Array.isArray(schema.anyOf)) return fc.oneof(...schema.anyOf.map(fitting))
  if (schema.type === 'null') return fc.constant(null)
  if (typeof schema.pattern === 'string') return fc.stringMatching(new RegExp(schema.pattern))
  if (schema.type === 'string') return fc.string({ unit: 'grapheme', maxLength: Number(schema.maxLength ?? 50) + 1 })
  const [min, max] = [Number(schema.minimum ?? 0) - 1, Number(schema.maximum ?? 1000)]
  return schema.type === 'integer' ? fc.integer({ min, max: Math.min(max + 1, 2 ** 31) }) : fc.double({ min, max })
}

function mostly<T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: usual, weight: 5 }, { arbitrary: rare, weight: 1 })
}

function bodyOf(schema: JsonSchema): fc.Arbitrary<Call['body']> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    name,
    mostly(fitting(field), fc.oneof(nasty, fc.jsonValue())),
  ])
  const object = fc.record(Object.fromEntries(fields), { requiredKeys: [] })
  const needed = Object.fromEntries((schema.required ?? []).map((name) => [name, 'Fuzzed']))
  const whole = object.map((some) => JSON.stringify({ ...needed, ...some }))
  const broken = fc.oneof(
    fc.json(),
    anyText,
    object.map((some) => JSON.stringify(some).replace('{', '{"__proto__":{"x":1},')),
    object.map((some) => JSON.stringify(some).slice(0, -1)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
    fc.constant('['.repeat(60_000)),
    fc.constant(`{"firstName":"${'x'.repeat(70_000)}"}`),
  )
  return mostly<Call['body']>(whole, broken)
}

const calls: readonly fc.Arbitrary<Call>[] = Object.entries(document.paths).flatMap(([route, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const parameters = operation.parameters ?? []
    const query = fc.record(
      Object.fromEntries(
        parameters
          .filter((parameter) => parameter.in === 'query')
          .map(({ name, schema }) => [name, mostly(fitting(schema).map(String), anyText)]),
      ),
      { requiredKeys: [] },
    )
    const schema = operation.requestBody?.content['application/json']?.schema
    const type = mostly(fc.constant('application/json'), fc.constantFrom('text/plain', 'application/x', 'a'))
    const id = fc.oneof(fc.uuid(), anyText)
    return fc
      .record({
        query,
        id,
        type,
        extra: mostly(fc.constant(''), anyText),
        body: schema === undefined ? fc.constant(null) : bodyOf(schema),
      })
      .map(({ query: given, id: lead, type: contentType, extra, body }) => {
        const search = new URLSearchParams(given as Record<string, string>)
        if (extra !== '') search.append(extra, extra)
        const path = route.replace('{id}', encodeURIComponent(Buffer.from(lead).toString() || 'x'))
        const headers: Call['headers'] = body === null ? {} : { 'content-type': contentType }
        return { route, method: method.toUpperCase(), operation, target: `${path}?${search}`, headers, body }
      })
  }),
)

/** Why an answer is not as the document says; null where it is. */
function broken({ route, method, operation }: Call, status: number, text: string): string | null {
  const response = operation.responses[status]
  if (response === undefined) return `the status ${status} is not in the document`
  if (operation.operationId === 'skill') return null
  const own = ['paths', route, method.toLowerCase(), 'responses', String(status)]
  const place = response.$ref === undefined ? own : response.$ref.slice(2).split('/')
  const pointer = [...place, 'content', 'application/json', 'schema'].map((part) => part.replaceAll('/', '~1'))
  const validate = ajv.getSchema(`api#/${pointer.map(encodeURIComponent).join('/')}`)
  if (validate === undefined) return `the status ${status} has no schema`
  return validate(JSON.parse(text)) ? null : ajv.errorsText(validate.errors)
}

it(`answers ${runs} fuzzed requests by its document, and never with 5xx`, async () => {
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(fc.oneof(...calls), async (call) => {
      const response = await sandbox.agent.fetch(
        new Request(`http://sandbox.test${call.target}`, {
          method: call.method,
          headers: { authorization: `Bearer ${sandbox.key}`, ...call.headers },
          body: call.body,
        }),
      )
      const text = await response.text()
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      expect(faults.splice(0)).toEqual([])
      expect(broken(call, response.status, text)).toBeNull()
      expect(response.status).toBeLessThan(500)
    }),
    { numRuns: runs },
  )
  // Both roads were taken.
  for (const status of [200, 201, 400, 404]) expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0)
})

it('sees an answer that breaks the document', () => {
  const call = {
    route: '/api/v2/agent/workspace',
    method: 'GET',
    operation: document.paths['/api/v2/agent/workspace']?.get,
  }
  const check = (status: number, body: unknown) => broken(call as Call, status, JSON.stringify(body))
  expect(check(418, {})).toContain('418')
  expect(check(200, { success: true, data: { displayName: 'x' } })).toContain('required')
  expect(check(401, { success: false, error: { code: 'OTHER', message: 'x', details: null } })).toContain('code')
})
