import { type AgentEndpointName, type AgentEndpoints, agentEndpoints } from '#contract/agent-endpoints.ts'
import { type AnswerOf, type Endpoint, fillTarget } from '#contract/endpoint.ts'
import { errorAnswer } from '#contract/envelope.ts'
import type { Lead, LeadListQuery, Pagination } from '#contract/lead.ts'
import { demand, need, Unchecked } from './clause.ts'
import type { Exchange } from './exchange.ts'
import type { PoliteClient } from './polite-client.ts'

type Name = Exclude<AgentEndpointName, 'skill'>
type DataOf<N extends Name> = AnswerOf<AgentEndpoints[N]> extends { data: infer Data } ? Data : never

export interface Input {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

export interface LeadPage {
  readonly rows: readonly Lead[]
  readonly pagination: Pagination & { readonly total: number }
}

/** The Agent API as clauses ask it. Reads are asked once and remembered until something is written. */
export class Api {
  readonly #client: PoliteClient
  readonly #reads = new Map<string, Promise<Exchange>>()
  readonly #kept = new Map<string, unknown>()
  /** Tells the leads and codes of one run from all others. */
  readonly run: string

  constructor(client: PoliteClient, run: string) {
    this.#client = client
    this.run = run
  }

  get seen(): readonly Exchange[] {
    return this.#client.seen
  }

  /** Anything at all, never remembered. */
  send: PoliteClient['send'] = (ask) => this.#client.send(ask)

  /** What was read is asked for again. */
  forget(): void {
    this.#reads.clear()
  }

  /** One answer of an operation, good or not; without the scope there is nothing to check. */
  async ask(name: Name, input: Input = {}): Promise<Exchange> {
    return allowed(await this.probe(name, input))
  }

  /** The same, also where the key lacks the scope. */
  probe(name: Name, input: Input = {}): Promise<Exchange> {
    const endpoint: Endpoint = agentEndpoints[name]
    const target = fillTarget(endpoint, input)
    if (endpoint.method !== 'GET') {
      this.forget()
      const body = { text: JSON.stringify(input.body), type: 'application/json' }
      return this.send({ method: endpoint.method, target, body })
    }
    const known = this.#reads.get(target)
    if (known !== undefined) return known
    const asked = this.send({ target })
    this.#reads.set(target, asked)
    // What never came is asked for anew.
    asked.catch(() => this.#reads.delete(target))
    return asked
  }

  /** The data of a good answer, read by the contract. */
  async data<N extends Name>(name: N, input: Input = {}): Promise<DataOf<N>> {
    const { body } = await this.good(name, input)
    return (body as { data: DataOf<N> }).data
  }

  async good(name: Name, input: Input = {}): Promise<Exchange> {
    const endpoint: Endpoint = agentEndpoints[name]
    const exchange = await this.ask(name, input)
    const isGood = exchange.status >= 200 && exchange.status < 300
    demand(isGood, `${endpoint.method} ${endpoint.path} answered ${exchange.status}`)
    const read = endpoint.response?.safeParse(exchange.body)
    const issue = read?.error?.issues[0]
    demand(issue === undefined, `the answer of ${endpoint.path} has a wrong form at ${issue?.path.join('.')}`)
    return exchange
  }

  /** One page of leads with the pagination that the specification shows. */
  async leads(query: Readonly<Partial<Record<keyof LeadListQuery, unknown>>> = {}): Promise<LeadPage> {
    const { body } = await this.good('listLeads', { query })
    const { data, pagination } = body as AnswerOf<AgentEndpoints['listLeads']>
    demand(pagination?.total !== undefined, 'the list has no pagination with a total')
    return { rows: data, pagination: { ...pagination, total: pagination.total } }
  }

  /** The call is refused as VALIDATION_ERROR, with details at the field and no other. */
  async refused(name: Name, input: Input, field: string, message?: string): Promise<void> {
    const exchange = await this.ask(name, input)
    this.demandRefusal(exchange, field, message)
  }

  demandRefusal(exchange: Exchange, field: string, message?: string): void {
    const { status, body } = exchange
    demand(status === 400, `a wrong ${field} was answered ${status} instead of 400`)
    const read = errorAnswer.safeParse(body)
    demand(read.data?.error.code === 'VALIDATION_ERROR', `a wrong ${field} is not called VALIDATION_ERROR`)
    const details = read.data.error.details ?? {}
    demand(Object.keys(details).includes(field), `the details of a wrong ${field} do not name it`)
    demand(Object.keys(details).length === 1, `the details of a wrong ${field} name other fields too`)
    if (message !== undefined) {
      demand(details[field] === message, `a wrong ${field} is explained by other words than "${message}"`)
    }
  }

  /** Made once a run, such as the lead that several clauses work on. */
  async once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name) ?? (await make())
    this.#kept.set(name, kept)
    return kept as T
  }

  /** Some lead of the workspace that meets a condition, out of the newest hundred. */
  async someLead(what: string, isWanted: (lead: Lead) => boolean = () => true): Promise<Lead> {
    const { rows } = await this.leads({ limit: 100 })
    return need(rows.find(isWanted), `there is no lead ${what} among the newest hundred`)
  }
}

/** Throws where the key may not do this: that is no fault of the server. */
export function allowed(exchange: Exchange): Exchange {
  const code = errorAnswer.safeParse(exchange.body).data?.error.code
  if (exchange.status !== 403 || code !== 'FORBIDDEN') return exchange
  throw new Unchecked('the key lacks the scope, or the plan has no Agent API')
}
