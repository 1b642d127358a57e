import { type AgentEndpointName, agentEndpoints } from './agent-endpoints.ts'
import { type BffEndpointName, bffEndpoints } from './bff-endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { type Role, roles } from './roles.ts'

const everyRole = roles
const manager = ['manager'] as const
/** Who works leads: their names, numbers and notes. */
const leads = ['manager', 'rep'] as const
/** Who reads figures: counts and sums without anybody in them. */
const figures = ['manager', 'executive'] as const

/** Who may ask what of the Agent API. A new endpoint without a row does not compile. */
export const agentAccess = {
  /** Not proxied. */
  skill: [],
  listLeads: leads,
  getLead: leads,
  createLead: leads,
  updateLead: leads,
  summary: figures,
  funnel: figures,
  campaigns: figures,
  syncStatus: figures,
  /** Codes and ids of single leads. */
  unsentConversions: manager,
  workspace: everyRole,
  createTicket: leads,
} as const satisfies Readonly<Record<AgentEndpointName, readonly Role[]>>

/** Who may use what the dashboard adds; `anybody` has not signed in yet. */
export const bffAccess = {
  status: everyRole,
  updateLead: leads,
  createLead: leads,
  listHolds: leads,
  undoHold: leads,
  createTicket: leads,
  /** Subjects are free text, which may name people. */
  listTickets: leads,
  listMembers: everyRole,
  nameMember: manager,
  readSettings: everyRole,
  writeSettings: manager,
  noteExport: figures,
  unsentSeen: manager,
  traffic: manager,
  /** Each is told only what their role may hear: leads go to who may see them. */
  events: everyRole,
  notePresence: everyRole,
  probeScope: manager,
  readSandbox: manager,
  changeSandbox: manager,
  arriveInSandbox: manager,
  readSession: 'anybody',
  signIn: 'anybody',
  changeSession: everyRole,
  signOut: 'anybody',
} as const satisfies Readonly<Record<BffEndpointName, readonly Role[] | 'anybody'>>

/** What each page cannot do without, by the first part of its path. Its roles follow from it. */
const pageNeeds = {
  '/': [agentEndpoints.summary, agentEndpoints.funnel],
  '/leads': [agentEndpoints.listLeads, agentEndpoints.getLead],
  '/pipeline': [agentEndpoints.listLeads, agentEndpoints.getLead],
  '/funnel': [agentEndpoints.funnel],
  '/campaigns': [agentEndpoints.campaigns],
  '/conversions': [agentEndpoints.syncStatus],
  '/support': [bffEndpoints.createTicket, bffEndpoints.listTickets],
  '/workspace': [agentEndpoints.workspace, bffEndpoints.nameMember, bffEndpoints.traffic],
} as const satisfies Readonly<Record<`/${string}`, readonly Endpoint[]>>

export type PagePath = keyof typeof pageNeeds
export const pagePaths = Object.keys(pageNeeds) as PagePath[]

const rolesOf = new Map<Endpoint, readonly Role[] | 'anybody'>([
  ...namesOf(agentEndpoints).map((name): [Endpoint, readonly Role[]] => [agentEndpoints[name], agentAccess[name]]),
  ...namesOf(bffEndpoints).map((name): [Endpoint, readonly Role[] | 'anybody'] => [
    bffEndpoints[name],
    bffAccess[name],
  ]),
])

function namesOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[]
}

/** True where a role may use a row of the tables; `role` null is somebody who has not signed in. */
export function mayUse(role: Role | null, endpoint: Endpoint): boolean {
  const allowed = rolesOf.get(endpoint) ?? []
  return allowed === 'anybody' || (role !== null && allowed.includes(role))
}

/** True where a role may see single leads: their names, numbers, mails, codes and notes. */
export function maySeeLeads(role: Role): boolean {
  return mayUse(role, agentEndpoints.listLeads)
}

/** The page an address belongs to, with whatever stands behind its first part; null for one that no page has. */
export function pageOfPath(pathname: string): PagePath | null {
  const first = `/${pathname.split('/')[1] ?? ''}`
  return pagePaths.find((path) => path === first) ?? null
}

/** True where a role has the page of an address. An address that no page has is nobody's, so it is not kept from anybody. */
export function mayOpen(role: Role, pathname: string): boolean {
  const page = pageOfPath(pathname)
  return page === null || pageNeeds[page].every((endpoint) => mayUse(role, endpoint))
}

/** Where a role begins: the first page it has. */
export function homeOf(role: Role): PagePath {
  return pagePaths.find((path) => mayOpen(role, path)) ?? '/'
}
