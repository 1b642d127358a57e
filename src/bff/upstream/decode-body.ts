import { isUtf8 } from 'node:buffer'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { answerLimitBytes, type RawAnswer } from './exchange.ts'

const decoders: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: bounded(gunzip),
  br: bounded(brotliDecompress),
  deflate: bounded(inflate),
}

/** Decoding stops with an error at the bound, so that a bomb never unfolds. */
function bounded(decode: typeof gunzip | typeof brotliDecompress | typeof inflate) {
  const promised = promisify(decode as typeof gunzip)
  return (bytes: Buffer) => promised(bytes, { maxOutputLength: answerLimitBytes })
}

/** The JSON object in an answer: at most one encoding layer, JSON by its type, UTF-8. Null for anything else. */
export async function decodeBody(raw: RawAnswer) {
  // As they came: undici gives a list for a header that was sent twice, whatever its type says.
  const type: unknown = raw.headers['content-type']
  const given: unknown = raw.headers['content-encoding'] ?? 'identity'
  if (typeof type !== 'string' || typeof given !== 'string') return null
  if (!/^application\/(?:[\w.]+\+)?json\s*(?:;|$)/i.test(type)) return null
  const encoding = given.trim().toLowerCase()
  try {
    const decode = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined
    if (decode === undefined && encoding !== 'identity') return null
    const bytes = decode === undefined ? raw.bytes : await decode(raw.bytes)
    if (!isUtf8(bytes)) return null
    const text = bytes.toString('utf8')
    const json: unknown = JSON.parse(text)
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
    return { text, json: json as Readonly<Record<string, unknown>> }
  } catch {
    return null
  }
}
