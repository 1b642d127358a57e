import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Settings, SettingsChange } from '#contract/settings.ts'
import { ask } from './ask.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function settingsQuery() {
  return reading(bffEndpoints.readSettings, {}, ['settings'], freshForMs.settings)
}

/** What this dashboard was set to for everybody. */
export function useSettings(): View<Settings> {
  return toView(useQuery(settingsQuery()))
}

/** Replaces the settings it is given; the others stay. */
export function useWriteSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SettingsChange) => ask(bffEndpoints.writeSettings, { body }),
    onSuccess: ({ body, asOf }) => client.setQueryData(settingsQuery().queryKey, { data: body.data, asOf }),
  })
}
