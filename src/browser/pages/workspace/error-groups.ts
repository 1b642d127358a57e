import type { CallError } from '#contract/traffic.ts'

const idsShown = 5

/** Errors of one code at one endpoint. */
export interface ErrorGroup {
  readonly code: string
  readonly status: number | null
  readonly endpoint: string
  readonly count: number
  readonly last: number
  /** The newest ones, each once. */
  readonly requestIds: readonly string[]
}

/** By code and endpoint, the newest first. */
export function errorGroups(errors: readonly CallError[]): ErrorGroup[] {
  const groups = new Map<string, CallError[]>()
  for (const error of errors) {
    const key = `${error.code} ${error.method} ${error.route}`
    groups.set(key, [...(groups.get(key) ?? []), error])
  }
  return [...groups.values()]
    .flatMap((all) => {
      const sorted = [...all].sort((a, b) => b.at - a.at)
      const [newest] = sorted
      if (newest === undefined) return []
      const ids = new Set(sorted.flatMap(({ requestId }) => requestId ?? []))
      return {
        code: newest.code,
        status: newest.status,
        endpoint: `${newest.method} ${newest.route}`,
        count: all.length,
        last: newest.at,
        requestIds: [...ids].slice(0, idsShown),
      }
    })
    .sort((a, b) => b.last - a.last)
}
