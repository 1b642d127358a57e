import { agentHeaders } from '#contract/headers.ts'
import { planLimits } from '#contract/vocabularies.ts'
import { type Clause, demand, demandEqual, documented, need } from '../clause.ts'
import { missingFields } from '../missing-fields.ts'

export const workspaceClauses: readonly Clause[] = [
  documented('Workspace Info and Pending Conversions answer every documented field', async (api) => {
    for (const name of ['workspace', 'unsentConversions'] as const) {
      const { body } = await api.good(name)
      demandEqual([...new Set(missingFields(name, body))], [], `fields of ${name} are missing`)
    }
  }),

  documented('the zone is an IANA name, the currency three letters', async (api) => {
    const { timezone, currency } = await api.data('workspace')
    demand(/^[A-Z]{3}$/.test(currency ?? ''), `the currency is ${currency}`)
    try {
      new Intl.DateTimeFormat('en', { timeZone: timezone ?? '' })
    } catch {
      demand(false, `the zone is ${timezone}`)
    }
  }),

  documented('the limit is that of the plan', async (api) => {
    const { headers, body } = await api.good('workspace')
    const { subscription } = (body as { data: { subscription?: { plan?: string } } }).data
    const plan = need(subscription?.plan, 'the workspace tells no plan')
    demand(plan in planLimits, `${plan} is no plan`)
    demandEqual(Number(headers.get(agentHeaders.rateLimit)), planLimits[plan as 'pro'], `limit of ${plan}`)
  }),
]
