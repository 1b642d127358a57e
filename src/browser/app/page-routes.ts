import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { fetchLeadRows } from '#pages/leads/table/late-rows.ts'

type Load = () => Promise<{ default: ComponentType }>

/** Every page with its path; each is a chunk of its own. */
const loads = {
  '/': () => import('#pages/overview/overview-page.tsx').then((page) => ({ default: page.OverviewPage })),
  '/leads/new': () => import('#pages/lead-form/new-lead-page.tsx').then((page) => ({ default: page.NewLeadPage })),
  '/leads/:id/edit': () =>
    import('#pages/lead-form/edit-lead-page.tsx').then((page) => ({ default: page.EditLeadPage })),
  '/leads/:id?': () => {
    fetchLeadRows()
    return import('#pages/leads/leads-page.tsx').then((page) => ({ default: page.LeadsPage }))
  },
  '/pipeline/:id?': () => import('#pages/pipeline/pipeline-page.tsx').then((page) => ({ default: page.PipelinePage })),
  '/funnel': () => import('#pages/funnel/funnel-page.tsx').then((page) => ({ default: page.FunnelPage })),
  '/campaigns': () => import('#pages/campaigns/campaigns-page.tsx').then((page) => ({ default: page.CampaignsPage })),
  '/conversions/:id?': () =>
    import('#pages/conversions/conversions-page.tsx').then((page) => ({ default: page.ConversionsPage })),
  '/support': () => import('#pages/support/support-page.tsx').then((page) => ({ default: page.SupportPage })),
  '/workspace': () => import('#pages/workspace/workspace-page.tsx').then((page) => ({ default: page.WorkspacePage })),
} as const satisfies Record<string, Load>

export const pageRoutes: readonly { readonly path: string; readonly Page: LazyExoticComponent<ComponentType> }[] =
  Object.entries(loads).map(([path, load]) => ({ path, Page: lazy(onceOnline(load)) }))

/** Without a connection a page is waited for, not broken: its code comes with the connection. */
export function onceOnline<Page>(load: () => Promise<Page>): () => Promise<Page> {
  return async () => {
    for (;;) {
      try {
        return await load()
      } catch (error) {
        if (navigator.onLine) throw error
        await new Promise((resolve) => addEventListener('online', resolve, { once: true }))
      }
    }
  }
}

let firstPage: Promise<unknown> = Promise.resolve()

/** Starts the chunk of the page that the address asks for, before React does. */
export function preloadPage(pathname: string): void {
  const path = Object.keys(loads).find((candidate) => patternOf(candidate).test(pathname))
  // A failure is told where the page is drawn.
  if (path !== undefined) firstPage = loads[path as keyof typeof loads]().catch(() => undefined)
}

/** Settles when the chunk of the first page is there, or will not be. */
export function whenFirstPage(): Promise<unknown> {
  return firstPage
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}/?$`)
}
