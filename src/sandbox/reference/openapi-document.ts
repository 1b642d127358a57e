import * as z from 'zod/mini'
import { type AgentEndpointName, agentEndpoints, specificationVersion } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { errorAnswer } from '#contract/envelope.ts'
import { type AgentErrorCode, agentErrorStatus } from '#contract/error-codes.ts'
import { limits } from '#contract/limits.ts'
import { operationWords, scopeWords, wordsOf } from './operation-words.ts'

export interface JsonSchema {
  readonly [keyword: string]: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}
interface Content {
  readonly [mediaType: string]: { readonly schema: JsonSchema }
}
export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content; readonly $ref?: string }>>
}

/** Every answer but SKILL.md carries these. */
const sharedHeaders = {
  'X-Request-Id': header({ type: 'string', format: 'uuid' }, 'Names this request.'),
  'X-RateLimit-Limit': header({ type: 'integer' }, 'Requests a minute, over all keys of the workspace.'),
  'X-RateLimit-Remaining': header({ type: 'integer' }, 'Requests left in this window.'),
  'X-RateLimit-Reset': header({ type: 'integer' }, 'When the window ends, in Unix seconds.'),
}
const headerRefs = Object.fromEntries(
  Object.keys(sharedHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
)

/** The Agent API as this sandbox speaks it, in OpenAPI 3.1. Everything but the words comes from the contract. */
export function openApiDocument() {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const name of Object.keys(agentEndpoints) as AgentEndpointName[]) {
    const endpoint: Endpoint = agentEndpoints[name]
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Konektor Agent API v2: embedded sandbox',
      version: specificationVersion,
      description: 'Answers as the Agent API does, over sample data. Nothing is sent to any ad platform.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server' }],
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: `An API key. Its scopes: ${Object.entries(scopeWords)
            .map(([scope, says]) => `${scope} (${says})`)
            .join('; ')}.`,
        },
      },
      headers: sharedHeaders,
      schemas: { Error: errorSchema() },
      responses: {
        ...Object.fromEntries(Object.keys(agentErrorStatus).map((code) => [code, errorResponse(code)])),
        BODY_TOO_LARGE: errorResponse('VALIDATION_ERROR', `The body is over ${limits.bodyBytes} bytes.`),
      },
    },
  }
}

function operation(name: AgentEndpointName, endpoint: Endpoint): Operation {
  const { title, says } = operationWords[name]
  const parameters = [...pathParameters(endpoint), ...queryParameters(endpoint)]
  const needsKey = endpoint.scope !== null
  return {
    operationId: name,
    summary: title,
    description: needsKey ? `${says} Scope: ${endpoint.scope}.` : says,
    security: endpoint.scope === null ? [] : [{ key: [endpoint.scope] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true, content: json(withWords(schemaOf(endpoint.body, 'input'))) } }),
    responses: { [endpoint.status]: goodAnswer(name, endpoint), ...(needsKey ? refusals(endpoint) : {}) },
  }
}

function pathParameters(endpoint: Endpoint): readonly Parameter[] {
  return Object.keys(endpoint.params?.shape ?? {}).map((name) => ({
    name,
    in: 'path',
    required: true,
    description: 'Id of a lead. One that nobody has is 404, whatever it looks like.',
    schema: { type: 'string' },
  }))
}

function queryParameters(endpoint: Endpoint): readonly Parameter[] {
  if (endpoint.query === undefined) return []
  // The output: what the text of a query is read as.
  const { properties = {}, required = [] } = schemaOf(endpoint.query, 'output')
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description: wordsOf(name),
    schema,
  }))
}

function goodAnswer(name: AgentEndpointName, endpoint: Endpoint) {
  const description = operationWords[name].title
  if (endpoint.response === undefined)
    return { description, content: { 'text/markdown': { schema: { type: 'string' } } } }
  // Reads leave the reference out (see CONTRIBUTING.md); writes answer the lead whole.
  const hidden = endpoint.method === 'GET' ? ['externalRef'] : []
  return { description, headers: headerRefs, content: json(inFull(schemaOf(endpoint.response, 'output'), hidden)) }
}

function refusals(endpoint: Endpoint) {
  const codes: AgentErrorCode[] = ['UNAUTHORIZED', 'FORBIDDEN', 'RATE_LIMITED', 'INTERNAL_ERROR']
  if (endpoint.query !== undefined || endpoint.body !== undefined) codes.push('VALIDATION_ERROR')
  if (endpoint.params !== undefined) codes.push('NOT_FOUND')
  const refs = codes.map((code) => [agentErrorStatus[code], { $ref: `#/components/responses/${code}` }])
  const tooLarge = endpoint.body === undefined ? {} : { 413: { $ref: '#/components/responses/BODY_TOO_LARGE' } }
  return { ...Object.fromEntries(refs), ...tooLarge }
}

/** `input`: as it is sent; `output`: as it is read. */
function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as JsonSchema
  return rest
}

/** The contract forgives missing fields, for it has to read any server; this one leaves none out, and adds none. */
function inFull(schema: JsonSchema, hidden: readonly string[]): JsonSchema {
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (keyword === 'properties') {
      const fields = Object.entries(value as Record<string, JsonSchema>).filter(([name]) => !hidden.includes(name))
      return [keyword, Object.fromEntries(fields.map(([name, field]) => [name, inFull(field, hidden)]))]
    }
    if (keyword === 'items') return [keyword, inFull(value as JsonSchema, hidden)]
    if (keyword === 'anyOf') return [keyword, (value as readonly JsonSchema[]).map((one) => inFull(one, hidden))]
    return [keyword, value]
  })
  const full = Object.fromEntries(entries) as JsonSchema
  return full.properties === undefined ? full : { ...full, required: Object.keys(full.properties) }
}

function withWords(schema: JsonSchema): JsonSchema {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    name,
    { ...field, description: wordsOf(name) },
  ])
  return { ...schema, properties: Object.fromEntries(fields) }
}

function errorSchema(): JsonSchema {
  const schema = inFull(schemaOf(errorAnswer, 'output'), [])
  const error = schema.properties?.error
  const code = { type: 'string', enum: Object.keys(agentErrorStatus) }
  return {
    ...schema,
    properties: { ...schema.properties, error: { ...error, properties: { ...error?.properties, code } } },
  }
}

function errorResponse(code: string, description = code) {
  const wait = { 'Retry-After': header({ type: 'integer' }, 'Seconds to wait.') }
  return {
    description,
    headers: code === 'RATE_LIMITED' ? { ...headerRefs, ...wait } : headerRefs,
    content: json({ $ref: '#/components/schemas/Error' }),
  }
}

function header(schema: JsonSchema, description: string) {
  return { description, schema }
}

function json(schema: JsonSchema): Content {
  return { 'application/json': { schema } }
}
