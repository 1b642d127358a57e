import * as z from 'zod/mini'
import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

/** Not among the fields that the specification shows in a lead. */
const undocumented = ['externalRef']

/** The documented fields that an answer leaves out, as paths; the contract alone would forgive them. */
export function missingFields(name: AgentEndpointName, body: unknown): readonly string[] {
  const endpoint: Endpoint = agentEndpoints[name]
  if (endpoint.response === undefined) return []
  return missing(z.toJSONSchema(endpoint.response) as JsonSchema, body, '')
}

function missing(schema: JsonSchema, value: unknown, path: string): readonly string[] {
  const form = schema.anyOf?.find((one) => one.properties !== undefined) ?? schema
  if (Array.isArray(value)) return value.flatMap((item) => missing(form.items ?? {}, item, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(form.properties ?? {}).flatMap(([field, part]) => {
    if (undocumented.includes(field)) return []
    if (!Object.hasOwn(value, field)) return [`${path}${field}`]
    return missing(part, (value as Record<string, unknown>)[field], `${path}${field}.`)
  })
}
