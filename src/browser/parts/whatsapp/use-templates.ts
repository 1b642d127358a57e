import { type MessageTemplate, standardSettings } from '#contract/settings.ts'

export function useTemplates(): readonly MessageTemplate[] {
  return standardSettings.templates
}
