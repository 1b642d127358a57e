import type { Ask, Exchange } from './exchange.ts'
/** The world outside: the network and the time. */
export interface World {
  fetch(request: Request): Promise<Response>
  /** Unix ms. */
  now(): number
  sleep(ms: number): Promise<void>
}
export interface PoliteClient {
  send(ask: Ask): Promise<Exchange>
  /** Every exchange so far, in order, refusals by the limit included. */
  readonly seen: readonly Exchange[]
}
/** Calls one after the other; waits where the limit is nearly used up, and as long as a 429 asks for. */
export declare function politeClient(base: string, key: string, world: World, say: (line: string) => void): PoliteClient
