/** A whole answer that is there already. */
export interface ReadyParts {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * A `Response` of known parts that becomes a real one only for who asks for more than its status: making the real one, with
 * its stream, costs more than all the checks of a request together. Node's own is made for a `fetch` that comes in, not for
 * answers that go out.
 */
class ReadyResponse {
  readonly #parts: ReadyParts
  #real: Response | undefined

  constructor(parts: ReadyParts) {
    this.#parts = parts
  }

  /** What it is made of; undefined once a real one was made, which may have been changed since. */
  static partsOf(response: object): ReadyParts | undefined {
    return #parts in response && response.#real === undefined ? response.#parts : undefined
  }

  static realOf(response: ReadyResponse): Response {
    const { status, headers, body } = response.#parts
    response.#real ??= new Response(body, { status, headers })
    return response.#real
  }

  get status(): number {
    return this.#parts.status
  }
}

Object.setPrototypeOf(ReadyResponse.prototype, Response.prototype)
for (const [name, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(Response.prototype))) {
  if (Object.hasOwn(ReadyResponse.prototype, name)) continue
  Object.defineProperty(ReadyResponse.prototype, name, {
    ...(get !== undefined && {
      get(this: ReadyResponse) {
        return Reflect.get(ReadyResponse.realOf(this), name)
      },
    }),
    ...(typeof value === 'function' && {
      value(this: ReadyResponse, ...args: readonly unknown[]) {
        return value.apply(ReadyResponse.realOf(this), args)
      },
    }),
  })
}

export function readyResponse(parts: ReadyParts): Response {
  return new ReadyResponse(parts) as unknown as Response
}

/** What an answer is made of, where that is known: who writes it then need not read it. */
export const readyParts = ReadyResponse.partsOf

/** A header of an answer, without making anything of it. `name` in lower case. */
export function headerOf(response: Response, name: string): string | null {
  const parts = readyParts(response)
  return parts === undefined ? response.headers.get(name) : (parts.headers[name] ?? null)
}
