import type { Desk } from '../desk-port.ts'
import type { Log } from '../log-line.ts'
import type { Route } from '../request/match-route.ts'
import type { Forward } from '../upstream/upstream-call.ts'

/** What the dashboard's own routes work with. */
export interface OwnRouteParts {
  readonly forward: Forward
  readonly desk: Desk
  readonly log: Log
}

export type OwnRouteHandler = (request: Request, route: Route, requestId: string) => Promise<Response>
