import type { IconName } from '#ui/icon.tsx'
import * as m from '#words/m.ts'

export interface NavigationItem {
  readonly to: string
  readonly icon: IconName
  readonly label: () => string
}

export const mainItems: readonly NavigationItem[] = [
  { to: '/', icon: 'home', label: m.nav_overview },
  { to: '/leads', icon: 'list', label: m.nav_leads },
  { to: '/pipeline', icon: 'board', label: m.nav_pipeline },
  { to: '/funnel', icon: 'funnel', label: m.nav_funnel },
  { to: '/campaigns', icon: 'campaign', label: m.nav_campaigns },
  { to: '/conversions', icon: 'sync', label: m.nav_conversions },
]

export const workspaceItems: readonly NavigationItem[] = [
  { to: '/support', icon: 'help', label: m.nav_support },
  { to: '/workspace', icon: 'settings', label: m.nav_workspace },
]
