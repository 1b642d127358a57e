import { type Lead, type LeadField, leadFields } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import type { Api } from '../api.ts'
import { type Clause, demand, demandEqual, documented, pinned, writing } from '../clause.ts'
import { missingFields } from '../missing-fields.ts'

const member = '3f2a9c41-7d15-4b8e-9a60-1c5e8f2b7d01'

/** No platform: a lead without one sends no conversion event, whatever becomes of it. */
function wholeLead(run: string) {
  return {
    firstName: 'Conformance',
    lastName: `Check ${run}`,
    email: `conformance-${run}@example.com`,
    phone: `0800${run.replace(/\D/g, '').padEnd(8, '0').slice(0, 8)}`,
    status: 'new',
    priority: 'high',
    source: 'other',
    notes: 'Made by a conformance check.',
    uniqueCode: `CHECK_${run}`,
    externalRef: `check-${run}`,
    assignedTo: member,
    estimatedValue: 1_500_000.5,
    actualValue: 0,
  }
}

/** The lead that the clauses work on, as its creation answered it. */
function ownLead(api: Api): Promise<Lead> {
  return api.once('lead', async () => api.data('createLead', { body: wholeLead(api.run) }))
}

const fieldsOf = (lead: Lead) => Object.fromEntries(leadFields.map((field) => [field, lead[field] ?? null]))

async function change(api: Api, body: unknown): Promise<Lead> {
  const { id } = await ownLead(api)
  return api.data('updateLead', { params: { id }, body })
}

async function reread(api: Api): Promise<Lead> {
  const { id } = await ownLead(api)
  api.forget()
  return api.data('getLead', { params: { id } })
}

export const writeClauses: readonly Clause[] = [
  documented('Create Lead answers the lead as it was sent, with an id and a time', async (api) => {
    const lead = await ownLead(api)
    for (const [field, value] of Object.entries(wholeLead(api.run))) {
      // Answers to writes may be partial.
      if (field in lead) demandEqual(lead[field as LeadField], value, field)
    }
    demand(lead.createdAt != null && lead.updatedAt === lead.createdAt, 'it is not dated')
  }),

  pinned('a creation is 201 and answers the whole lead; a change is 200 and does too', async (api) => {
    const create = await api.good('createLead', { body: { firstName: 'Conformance', notes: api.run } })
    demandEqual([create.status, missingFields('createLead', create.body)], [201, []], 'creation')
    const { id } = await ownLead(api)
    const update = await api.good('updateLead', { params: { id }, body: {} })
    demandEqual([update.status, missingFields('updateLead', update.body)], [200, []], 'change')
  }),

  documented('what was created is read back as it was sent', async (api) => {
    const lead = await reread(api)
    for (const [field, value] of Object.entries(wholeLead(api.run))) {
      if (field !== 'externalRef') demandEqual(lead[field as LeadField], value, field)
    }
  }),

  documented('search finds it by uniqueCode and externalRef', async (api) => {
    const { id } = await ownLead(api)
    for (const search of [`CHECK_${api.run}`, `check-${api.run}`]) {
      const { rows, pagination } = await api.leads({ search })
      demandEqual([rows.map((row) => row.id), pagination.total], [[id], 1], 'found')
    }
  }),

  pinned('it lies in [createdAt, createdAt + 1 ms) and not before', async (api) => {
    const { id, createdAt } = await ownLead(api)
    const at = Date.parse(createdAt ?? '')
    const [now, next, before] = [at, at + 1, at - 1].map((ms) => new Date(ms).toISOString())
    const has = async (createdFrom: string | undefined, createdTo: string | undefined) =>
      (await api.leads({ limit: 100, createdFrom, createdTo })).rows.some((row) => row.id === id)
    demandEqual([await has(now, next), await has(before, now)], [true, false], 'inside and outside')
  }),

  documented('only firstName is needed: the status is new then, and a code is minted', async (api) => {
    const body = { firstName: 'Conformance', colour: 'red', id: 'mine' }
    const lead = await api.once('plain', () => api.data('createLead', { body }))
    demandEqual(lead.status, 'new', 'status')
    demand((lead.uniqueCode ?? '').length > 0, 'it has no code')
    demand(lead.id !== 'mine', 'it took the id that was sent')
    demand(!('colour' in lead), 'it took a field that nobody knows')
  }),

  documented('Update Lead changes what is sent and nothing else', async (api) => {
    const before = await reread(api)
    await change(api, { notes: 'Changed.', status: 'contacted' })
    const after = await reread(api)
    demandEqual(fieldsOf(after), { ...fieldsOf(before), notes: 'Changed.', status: 'contacted' }, 'fields')
    demandEqual(after.createdAt, before.createdAt, 'createdAt')
    demand(Date.parse(after.updatedAt ?? '') > Date.parse(before.updatedAt ?? ''), 'updatedAt did not grow')
  }),

  pinned('an empty change, and one to what is already so, leave updatedAt as it was', async (api) => {
    const { updatedAt, notes } = await reread(api)
    for (const body of [{}, { notes }]) {
      await change(api, body)
      demandEqual((await reread(api)).updatedAt, updatedAt, 'updatedAt')
    }
  }),

  documented('texts may be as long as documented', async (api) => {
    const body = {
      firstName: 'f'.repeat(limits.firstName),
      lastName: 'l'.repeat(limits.lastName),
      phone: '0'.repeat(limits.phone),
      notes: 'n'.repeat(limits.notes),
      externalRef: `${api.run}-`.padEnd(limits.externalRef, 'e'),
      uniqueCode: `${api.run}-`.padEnd(limits.uniqueCode, 'u'),
    }
    await change(api, body)
    const { externalRef: _, ...readable } = body
    const lead = await reread(api)
    for (const [field, value] of Object.entries(readable)) demandEqual(lead[field as LeadField], value, field)
  }),

  pinned('null clears a field, but not firstName', async (api) => {
    const nothing = {
      lastName: null,
      email: null,
      phone: null,
      notes: null,
      assignedTo: null,
      estimatedValue: null,
      actualValue: null,
    }
    await change(api, nothing)
    const lead = await reread(api)
    for (const field of Object.keys(nothing)) demandEqual(lead[field as LeadField] ?? null, null, field)
    await api.refused('updateLead', { params: { id: lead.id }, body: { firstName: null } }, 'firstName')
  }),

  pinned('a uniqueCode in use is refused; a phone in use is not', async (api) => {
    const { id, uniqueCode } = await api.once('plain', () =>
      api.data('createLead', { body: { firstName: 'Conformance' } }),
    )
    const own = await ownLead(api)
    await api.refused('updateLead', { params: { id: own.id }, body: { uniqueCode } }, 'uniqueCode')
    for (const one of [own.id, id]) await api.good('updateLead', { params: { id: one }, body: { phone: '08001' } })
  }),

  documented('a lead that nobody has cannot be changed: 404', async (api) => {
    const { status } = await api.ask('updateLead', { params: { id: 'lead_conformance' }, body: { notes: 'x' } })
    demand(status === 404, `it was answered ${status}`)
  }),
].map(writing)
