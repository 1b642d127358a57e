import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Settings } from '#contract/settings.ts'
import { ask } from './ask.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function settingsQuery() {
  return reading(bffEndpoints.readSettings, {}, ['settings'], freshForMs.settings)
}

/** What this dashboard was set to for everybody: templates of messages, windows of the platforms. */
export function useSettings(): View<Settings> {
  return toView(useQuery(settingsQuery()))
}

/** Sets a part of the settings. The rest is read afresh first, so that nobody's other part is put back to what it was. */
export function useWriteSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (change: Partial<Settings>) => {
      const { body: now } = await ask(bffEndpoints.readSettings, {})
      return ask(bffEndpoints.writeSettings, { body: { ...now.data, ...change } })
    },
    onSuccess: ({ body, asOf }) => client.setQueryData(settingsQuery().queryKey, { data: body.data, asOf }),
  })
}
