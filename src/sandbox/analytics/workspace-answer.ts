import type { Workspace } from '#contract/workspace.ts'
import { countByFacet } from '../leads/lead-counts.ts'
import { sandboxMembers } from '../sandbox-members.ts'
import type { Drizzle } from '../store/database.ts'
import { workspaces } from '../store/schema.ts'
import { dayAt, startOfDay } from './zone-time.ts'

export async function workspaceAnswer(drizzle: Drizzle, now: number): Promise<Workspace> {
  const [workspace] = await drizzle.select().from(workspaces)
  if (workspace === undefined) throw new Error('The workspace row is missing')
  const { zone } = workspace
  const today = dayAt(now, zone)
  const [used] = await countByFacet(drizzle, '', { from: startOfDay(today, zone), to: null }, zone)
  return {
    displayName: 'Toko Budi Online',
    timezone: zone,
    currency: 'IDR',
    language: workspace.language,
    dateFormat: 'DD/MM/YYYY',
    trackingCode: workspace.trackingCode,
    subscription: {
      plan: workspace.plan,
      status: 'active',
      interval: 'monthly',
      currentPeriodEnd: new Date(startOfDay(today.set({ day: 1 }).add({ months: 1 }), zone)).toISOString(),
    },
    usage: {
      leadsPerDay: { limit: workspace.dailyQuota, current: used?.leads ?? 0 },
      teamMembers: sandboxMembers.length,
      activeRotators: 2,
    },
  }
}
