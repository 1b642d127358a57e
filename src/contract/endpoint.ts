import type * as z from 'zod/mini'
import type { Scope } from './vocabularies.ts'

/**
 * One row of an endpoint table. `path` is a template with `:name` parameters.
 * `query` reads the strings of a URL; its output is what callers give. `response` is the whole good answer.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: `/${string}`
  /** The Agent API scope that the call needs; null where none is. */
  readonly scope: Scope | null
  readonly params?: z.ZodMiniObject
  readonly query?: z.ZodMiniObject
  readonly body?: z.ZodMiniObject
  readonly response?: z.ZodMiniType
  /** One event of an answer that does not end, where it is one: read with `fetch`, never with `call`. */
  readonly event?: z.ZodMiniType
  /** Status of the good answer. */
  readonly status: 200 | 201 | 202 | 204
}

type OutputOf<T> = T extends z.ZodMiniType ? z.output<T> : undefined
type PartOf<E extends Endpoint, K extends 'params' | 'query' | 'body' | 'response'> = OutputOf<E[K]>

/** What a caller gives for an endpoint: only the parts that its row declares. */
export type InputOf<E extends Endpoint> = (E['params'] extends z.ZodMiniObject
  ? { readonly params: PartOf<E, 'params'> }
  : unknown) &
  (E['query'] extends z.ZodMiniObject ? { readonly query: PartOf<E, 'query'> } : unknown) &
  (E['body'] extends z.ZodMiniObject ? { readonly body: PartOf<E, 'body'> } : unknown)

/** What the endpoint answers, parsed. */
export type AnswerOf<E extends Endpoint> = PartOf<E, 'response'>

/** Fills a path template; every value is percent-encoded. Throws on a missing parameter. */
export function fillPath(template: string, params: Readonly<Record<string, string>> = {}): string {
  if (!template.includes(':')) return template
  return template.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`Missing path parameter ${name}`)
    return encodeURIComponent(value)
  })
}

/** A canonical query string with its question mark: names in the table's order, nothing for absent values. */
export function fillQuery(endpoint: Endpoint, query: Readonly<Record<string, unknown>> = {}): string {
  const pairs: string[] = []
  for (const name of Object.keys(endpoint.query?.shape ?? {})) {
    const value = query[name]
    if (value === undefined || value === null || value === '') continue
    pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** Path and query of a call, canonical: equal questions are equal texts. */
export function fillTarget(
  endpoint: Endpoint,
  parts: {
    readonly params?: Readonly<Record<string, string>> | undefined
    readonly query?: Readonly<Record<string, unknown>> | undefined
  },
): string {
  return fillPath(endpoint.path, parts.params) + fillQuery(endpoint, parts.query)
}
