import { type AgentEndpointName, type AgentEndpoints } from '#contract/agent-endpoints.ts'
import { type AnswerOf } from '#contract/endpoint.ts'
import type { Lead, LeadListQuery, Pagination } from '#contract/lead.ts'
import type { Exchange } from './exchange.ts'
import type { PoliteClient } from './polite-client.ts'

type Name = Exclude<AgentEndpointName, 'skill'>
type DataOf<N extends Name> =
  AnswerOf<AgentEndpoints[N]> extends {
    data: infer Data
  }
    ? Data
    : never
export interface Input {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}
export interface LeadPage {
  readonly rows: readonly Lead[]
  readonly pagination: Pagination & {
    readonly total: number
  }
}
/** The Agent API as clauses ask it. Reads are asked once and remembered until something is written. */
export declare class Api {
  #private
  /** Tells the leads and codes of one run from all others. */
  readonly run: string
  constructor(client: PoliteClient, run: string)
  get seen(): readonly Exchange[]
  /** Anything at all, never remembered. */
  send: PoliteClient['send']
  /** What was read is asked for again. */
  forget(): void
  /** One answer of an operation, good or not; without the scope there is nothing to check. */
  ask(name: Name, input?: Input): Promise<Exchange>
  /** The same, also where the key lacks the scope. */
  probe(name: Name, input?: Input): Promise<Exchange>
  /** The data of a good answer, read by the contract. */
  data<N extends Name>(name: N, input?: Input): Promise<DataOf<N>>
  good(name: Name, input?: Input): Promise<Exchange>
  /** One page of leads with the pagination that the specification shows. */
  leads(query?: Readonly<Partial<Record<keyof LeadListQuery, unknown>>>): Promise<LeadPage>
  /** The call is refused as VALIDATION_ERROR, with details at the field and no other. */
  refused(name: Name, input: Input, field: string, message?: string): Promise<void>
  demandRefusal(exchange: Exchange, field: string, message?: string): void
  /** Made once a run, such as the lead that several clauses work on. */
  once<T>(name: string, make: () => Promise<T>): Promise<T>
  /** Some lead of the workspace that meets a condition, out of the newest hundred. */
  someLead(what: string, isWanted?: (lead: Lead) => boolean): Promise<Lead>
}
/** Throws where the key may not do this: that is no fault of the server. */
export declare function allowed(exchange: Exchange): Exchange
