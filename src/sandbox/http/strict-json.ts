import { limits } from '#contract/limits.ts'
import { invalid } from './agent-error.ts'

const forbiddenKeys = ['__proto__', 'constructor', 'prototype']

/** Reads a JSON body. 413 over the limit, counted as it comes; 400 naming the cause for everything that is not clean JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw invalid({ body: 'Content-Type must be application/json' })
  const bytes = await readBounded(request)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid({ body: 'Must be UTF-8' })
  }
  let forbidden: string | null = null
  let value: unknown
  try {
    value = JSON.parse(text, (key, part: unknown) => {
      if (forbiddenKeys.includes(key)) forbidden = key
      return part
    })
  } catch {
    throw invalid({ body: text.trim() === '' ? 'A JSON body is required' : 'Must be valid JSON' })
  }
  if (forbidden !== null) throw invalid({ body: `The key ${String(forbidden)} is not allowed` })
  return value
}

async function readBounded(request: Request): Promise<Uint8Array> {
  const tooLarge = () => invalid({ body: `Must be at most ${limits.bodyBytes} bytes` }, 413)
  if (Number(request.headers.get('content-length') ?? 0) > limits.bodyBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limits.bodyBytes) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}
