import { Buffer } from 'node:buffer'

/**
 * Tells whether a text holds the key, in whatever letter case: as it is, behind JSON or percent escapes, in hex, or in
 * base64 (both alphabets, padded or not, alone or inside a longer encoded text).
 */
export function keyFinder(key: string): (text: string) => boolean {
  const forms = [key, Buffer.from(key).toString('hex'), ...base64Forms(key)].map((form) => form.toLowerCase())
  const holds = (text: string) => forms.some((form) => text.includes(form))
  return (text) => {
    const plain = text.toLowerCase()
    if (holds(plain) || (/[+/]/.test(plain) && holds(urlAlphabet(plain)))) return true
    const unescaped = unescapeJson(plain)
    if (unescaped !== plain && (holds(unescaped) || holds(urlAlphabet(unescaped)))) return true
    const decoded = unescapePercent(unescaped)
    return decoded !== unescaped && (holds(decoded) || holds(urlAlphabet(decoded)))
  }
}

/** Three bytes become four characters, so there are three ways to stand; only whole characters of the key count. */
function base64Forms(key: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(key)])
    return bytes.toString('base64url').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6))
  })
}

function urlAlphabet(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_')
}

/** Text by text, not value by value: an answer can nest deeper than calls can. Expects lower case and keeps it. */
function unescapeJson(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:u([0-9a-f]{4})|(["\\/]))/g, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(code, 16)).toLowerCase(),
  )
}

function unescapePercent(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)).toLowerCase(),
  )
}
