interface Row {
  readonly leadId: string
  readonly status?: string | null | undefined
}

interface Found {
  readonly status?: string | null | undefined
}

interface Page<S> {
  readonly status: S
  readonly nextCursor: string | null
}

/** Which page of which status to ask for next, so that most rows get their lead; null where no page can give more. */
export function nextJoinPage<S extends string>(
  rows: readonly Row[],
  found: { readonly get: (id: string) => Found | undefined },
  pages: readonly Page<S>[],
  statuses: readonly S[],
): { readonly status: S; readonly cursor: string | null } | null {
  const missing = new Map<S, number>()
  for (const { leadId, status } of rows) {
    const known = statuses.find((one) => one === status)
    // A lead read before it had the status of the event is one that is not read yet.
    if (known !== undefined && found.get(leadId)?.status !== known) missing.set(known, (missing.get(known) ?? 0) + 1)
  }
  const choices = [...missing].flatMap(([status, count]) => {
    const read = pages.filter((page) => page.status === status)
    const cursor = read.at(-1)?.nextCursor ?? null
    // Everything there is of this status has been read: what is missing has moved on since.
    if (read.length > 0 && cursor === null) return []
    return [{ status, cursor, count, read: read.length }]
  })
  // A first page of each status before a second of any; money that was won before what may come.
  const rank = (status: S) => (status === 'won' ? 1 : 0)
  choices.sort((a, b) => a.read - b.read || rank(b.status) - rank(a.status) || b.count - a.count)
  const [best] = choices
  return best === undefined ? null : { status: best.status, cursor: best.cursor }
}
