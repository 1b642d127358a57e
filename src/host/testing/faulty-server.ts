/** A server is a function; a faulty copy of it is that function with something wrong before or behind it. */
export type Server = (request: Request) => Promise<Response>
export type Fault = (honest: Server) => Server

// Any part of any answer may be bent.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Json = any
export interface Answer {
  status: number
  readonly headers: Headers
  body: Json
}

/** Bends what the server answers. */
export function lies(bend: (answer: Answer, url: URL, request: Request) => void): Fault {
  return (honest) => async (request) => {
    const response = await honest(request)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    const answer: Answer = {
      status: response.status,
      headers: new Headers(response.headers),
      body: isJson ? JSON.parse(text) : text,
    }
    bend(answer, new URL(request.url), request)
    return new Response(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body), answer)
  }
}

/** Bends good answers of one path only. */
export function liesAbout(path: string, bend: (data: Json, answer: Answer, url: URL) => void): Fault {
  return lies((answer, url) => {
    if (url.pathname.endsWith(path) && answer.status < 300) bend(answer.body.data, answer, url)
  })
}

/** Bends what the server is asked, so that it honestly answers another question. */
export function mishears(path: string, bend: (query: URLSearchParams, body: Json) => Json | undefined): Fault {
  return (honest) => async (request) => {
    const url = new URL(request.url)
    if (!url.pathname.includes(path)) return honest(request)
    const text = await request.clone().text()
    const isJson = text.startsWith('{') && text.endsWith('}')
    const body = bend(url.searchParams, isJson ? JSON.parse(text) : {})
    if (request.method === 'GET') return honest(new Request(url, request))
    return honest(new Request(request, { body: isJson && body !== undefined ? JSON.stringify(body) : text }))
  }
}

/** Answers with another status where the honest one had `from`. */
export function answers(from: number, to: number): Fault {
  return lies((answer) => {
    if (answer.status === from) answer.status = to
  })
}

/** Sets, or takes away (null), a header of every answer, or of refusals only. */
export function heads(name: string, value: string | null, onlyRefusals = false): Fault {
  return lies(({ status, headers }) => {
    if (onlyRefusals && status < 400) return
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  })
}

export interface PlantedFault {
  readonly name: string
  /** How the clause that must see it begins. */
  readonly seenBy: string
  readonly fault: Fault
}

export function fault(name: string, seenBy: string, make: Fault): PlantedFault {
  return { name, seenBy, fault: make }
}
