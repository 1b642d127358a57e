/** One call as a line of curl writes it. */
export interface CurlCall {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: string | null
}

/** Reads what the specification's lines use of curl and of the shell: -X, -H, -d, quotes, lines that go on. */
export function readCurl(text: string): CurlCall {
  const words = [...text.replaceAll('\\\n', ' ').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )
  const headers = new Headers()
  let method: string | null = null
  let body: string | null = null
  let url: URL | null = null
  const rest = words[Symbol.iterator]()
  const next = () => String(rest.next().value)
  if (next() !== 'curl') throw new Error('Not a line of curl')
  for (const word of rest) {
    if (word === '-X') method = next()
    else if (word === '-d') body = next()
    else if (word === '-H') headers.append(...split(next()))
    else url = new URL(word)
  }
  if (url === null) throw new Error('The line has no address')
  return { method: method ?? (body === null ? 'GET' : 'POST'), url, headers, body }
}

function split(header: string): [string, string] {
  const colon = header.indexOf(':')
  return [header.slice(0, colon), header.slice(colon + 1).trim()]
}
