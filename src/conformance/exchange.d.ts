/** One call and its answer. `body` is undefined where the answer is not JSON. */
export interface Exchange {
  readonly method: string
  /** Path and query. */
  readonly target: string
  /** False where the call was meant to carry no key, or a wrong one. */
  readonly withKey: boolean
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: unknown
  /** Unix ms of its end. */
  readonly at: number
}
export interface Ask {
  readonly method?: string
  readonly target: string
  /** Sent as it is, with this type. */
  readonly body?: {
    readonly text: string
    readonly type: string
  }
  /** The key unless given; null: no authorization at all. */
  readonly authorization?: string | null
}
