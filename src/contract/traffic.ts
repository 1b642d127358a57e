import * as z from 'zod/mini'

/** The shared budget as the last answer told it. `ours`: this dashboard's calls in the same minute. */
export const requestsThisMinute = z.object({
  limit: z.number(),
  remaining: z.number(),
  ours: z.number(),
  /** Epoch milliseconds: when the minute ends, and when the answer came. */
  endsAt: z.number(),
  seenAt: z.number(),
})
export type RequestsThisMinute = z.output<typeof requestsThisMinute>

/** A call of the Agent API that did not end well: names and numbers only. */
export const callError = z.object({
  /** Epoch milliseconds by the server's clock. */
  at: z.number(),
  method: z.string(),
  /** The template of the table, never the path. */
  route: z.string(),
  code: z.string(),
  /** Null where no answer came. */
  status: z.nullable(z.number()),
  requestId: z.nullable(z.string()),
})
export type CallError = z.output<typeof callError>

/** What goes between this dashboard and Konektor. Memory only: it begins anew with the server. */
export const traffic = z.object({
  since: z.number(),
  requests: z.nullable(requestsThisMinute),
  /** Newest first. */
  errors: z.array(callError),
})
export type Traffic = z.output<typeof traffic>
