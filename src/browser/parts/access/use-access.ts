import { homeOf, mayOpen, maySeeLeads, mayUse, pageOfPath } from '#contract/access.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { useRole } from '#queries/own-session.ts'

/** Whether the role at this browser has the page of an address; a query behind it does not matter. */
export function useMayOpen(): (to: string) => boolean {
  const role = useRole()
  return (to) => mayOpen(role, to.split(/[?#]/, 1)[0] ?? '/')
}

export function useMayUse(endpoint: Endpoint): boolean {
  return mayUse(useRole(), endpoint)
}

/** Whether the role may see single leads, and so follow a figure to the leads behind it. */
export function useMaySeeLeads(): boolean {
  return maySeeLeads(useRole())
}

/** Where the role at this browser begins. */
export function useHome(): string {
  return homeOf(useRole())
}

/** The page of an address that the role lacks; null where it has it, or there is none. */
export function useLackedPage(pathname: string): string | null {
  return mayOpen(useRole(), pathname) ? null : pageOfPath(pathname)
}
