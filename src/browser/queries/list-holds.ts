import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { LeadWrites } from '#contract/lead-write.ts'
import { ask } from './ask.ts'
import { noteFailure } from './note-failure.ts'
import { failureOfWrite } from './write-end.ts'

/** How the proxy says that writes stand. A key refused meanwhile is noted as if a call of one's own had been. */
export async function listHolds(ids: readonly string[]): Promise<LeadWrites> {
  const { data } = (await ask(bffEndpoints.listHolds, { query: { ids: ids.join(',') } })).body
  for (const write of data.writes) {
    const failure = failureOfWrite(write)
    if (failure !== null) noteFailure(failure, bffEndpoints.updateLead.scope)
  }
  return data
}
