import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Workspace } from '#contract/workspace.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function workspaceQuery() {
  return reading(agentEndpoints.workspace, {}, ['workspace'], freshForMs.workspace)
}

/** Name, zone, currency, plan and quota of the workspace. */
export function useWorkspace(): View<Workspace> {
  return toView(useQuery(workspaceQuery()))
}
