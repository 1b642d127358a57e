import { type MessageTemplate, standardSettings } from '#contract/settings.ts'
import { useSettings } from '#queries/settings.ts'

/** The texts of this workspace; the standard ones while its own cannot be read. */
export function useTemplates(): readonly MessageTemplate[] {
  return useSettings().data?.templates ?? standardSettings.templates
}
