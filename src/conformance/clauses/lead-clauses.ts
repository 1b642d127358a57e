import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { adPlatforms, leadPriorities, leadSources, leadStatuses } from '#contract/vocabularies.ts'
import { type Clause, demand, demandEqual, documented } from '../clause.ts'
import { missingFields } from '../missing-fields.ts'

const vocabularies: Readonly<Record<string, readonly string[]>> = {
  status: leadStatuses,
  priority: leadPriorities,
  source: leadSources,
  adPlatform: adPlatforms,
}

export const leadClauses: readonly Clause[] = [
  documented('Get Lead answers the same lead as the list, with every documented field', async (api) => {
    const row = await api.someLead('at all')
    const { body } = await api.good('getLead', { params: { id: row.id } })
    demandEqual(missingFields('getLead', body), [], 'fields are missing')
    const one = (body as { data: Record<string, unknown> }).data
    // Somebody's name or phone has no place in a report.
    for (const [field, value] of Object.entries(row)) demand(one[field] === value, `${field} is another`)
  }),

  documented('leads use the documented values, and instants in ISO 8601', async (api) => {
    const { rows } = await api.leads({ limit: 100 })
    for (const row of rows) {
      for (const [field, values] of Object.entries(vocabularies)) {
        const value = row[field as 'status']
        demand(value == null || values.includes(value), `${field} is ${value}`)
      }
      for (const instant of [row.createdAt, row.updatedAt]) {
        demand(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(instant ?? ''), 'an instant has another form')
      }
      demand(Date.parse(row.updatedAt ?? '') >= Date.parse(row.createdAt ?? ''), 'a change is older than its lead')
    }
  }),

  documented('a lead that nobody has is 404 NOT_FOUND', async (api) => {
    for (const id of ['lead_conformance', '00000000-0000-7000-8000-000000000000', '\u{1f600}']) {
      const { status, body } = await api.ask('getLead', { params: { id } })
      demand(status === 404, `${agentEndpoints.getLead.path} answered ${status}`)
      demandEqual((body as { error?: { code?: string } } | undefined)?.error?.code, 'NOT_FOUND', 'code')
    }
  }),
]
