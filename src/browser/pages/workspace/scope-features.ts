import { type Scope, scopes } from '#contract/vocabularies.ts'
import * as m from '#words/m.ts'

/** What each scope unlocks in this dashboard, in words. Total: a new scope does not compile without its line. */
const features: Readonly<Record<Scope, () => string>> = {
  'agent.leads.read': m.workspace_can_leads_read,
  'agent.leads.write': m.workspace_can_leads_write,
  'agent.analytics.read': () => [m.nav_overview(), m.nav_funnel(), m.nav_campaigns()].join(', '),
  'agent.conversions.read': m.nav_conversions,
  'agent.workspace.read': m.workspace_can_zone,
  'agent.support.write': m.workspace_can_tickets,
}

export function scopeFeatures(scope: string): string {
  const known = scopes.find((name) => name === scope)
  return known === undefined ? m.workspace_can_other() : features[known]()
}
