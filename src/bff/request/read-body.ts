import { isUtf8 } from 'node:buffer'
import type * as z from 'zod/mini'
import { limits } from '#contract/limits.ts'
import { BffError } from '../own/bff-error.ts'
import { fieldMessages } from './field-messages.ts'

/** Names that reach into an object's prototype: refused at any depth (safety S19). */
const refusedNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** Reads, bounds, parses and checks a request's body. Throws `BffError`; repeats nothing of the body. */
export async function readBody<T extends z.ZodMiniObject>(request: Request, schema: T): Promise<z.output<T>> {
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(request.headers.get('content-type') ?? '')) {
    throw new BffError('BAD_REQUEST', 'The body must be application/json')
  }
  const bytes = await boundedBytes(request)
  const json = strictJson(bytes)
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new BffError('BAD_REQUEST', 'Some fields cannot be accepted', fieldMessages(parsed.error))
  return parsed.data
}

async function boundedBytes(request: Request): Promise<Buffer> {
  const tooLarge = () => new BffError('BODY_TOO_LARGE', 'The body is too large')
  const length = request.headers.get('content-length')
  if (Number(length ?? 0) > limits.bodyBytes) throw tooLarge()
  // Node reads no more than was announced; in one piece it comes for a fraction of what a stream costs.
  if (length !== null) {
    const bytes = await request.arrayBuffer().catch(() => {
      throw new BffError('BAD_REQUEST', 'The body did not arrive whole')
    })
    if (bytes.byteLength > limits.bodyBytes) throw tooLarge()
    return Buffer.from(bytes)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const step = await reader?.read().catch(() => {
      throw new BffError('BAD_REQUEST', 'The body did not arrive whole')
    })
    if (step === undefined || step.done) return Buffer.concat(chunks)
    size += step.value.byteLength
    if (size > limits.bodyBytes) {
      reader?.cancel().catch(() => undefined)
      throw tooLarge()
    }
    chunks.push(step.value)
  }
}

function strictJson(bytes: Buffer): unknown {
  const notJson = new BffError('BAD_REQUEST', 'The body is not JSON', { body: 'Must be JSON' })
  if (!isUtf8(bytes)) throw notJson
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw notJson
  }
  // A stack of our own: 64 KiB of brackets nest deeper than calls can.
  const open: unknown[] = [json]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (refusedNames.includes(name)) throw new BffError('BAD_REQUEST', 'The body holds a refused name')
      open.push(inner)
    }
  }
  return json
}
