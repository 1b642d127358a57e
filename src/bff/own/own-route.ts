import type { Person } from '../access/sign-in-port.ts'
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

/** Who asks. `person` is null only where the table lets anybody in; `from` is the address that tries are counted by. */
export interface Caller {
  readonly person: Person | null
  readonly from: string
}

export type OwnRouteHandler = (request: Request, route: Route, requestId: string, caller: Caller) => Promise<Response>
