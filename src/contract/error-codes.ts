/** Error codes of the Agent API with their HTTP status. Source: specification, "Error Codes". */
export const agentErrorStatus = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  VALIDATION_ERROR: 400,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
} as const
export type AgentErrorCode = keyof typeof agentErrorStatus

/**
 * Error codes of our own proxy with their HTTP status. They never share a name with the Agent API's,
 * so that a screen can tell "Konektor refused" from "this dashboard refused".
 */
export const bffErrorStatus = {
  /** The request did not come from this dashboard's own page (safety S13, S14). */
  ORIGIN_REFUSED: 403,
  /** Nobody is signed in at this browser, or not any more. Not the API's 401, which refuses the key. */
  SIGN_IN_REQUIRED: 401,
  /** No role has this passphrase. */
  WRONG_PASSPHRASE: 401,
  /** Signed in, but the role does not include this. Not the API's 403, which is about the key's scopes. */
  ROLE_FORBIDDEN: 403,
  /** Too many wrong passphrases; Retry-After tells when the next one is looked at. */
  TOO_MANY_TRIES: 429,
  /** The target, a parameter or the body is not in the endpoint table. */
  BAD_REQUEST: 400,
  ROUTE_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  /** Somebody changed the same field meanwhile; `details.theirs` holds their values. */
  CONFLICT: 409,
  /** The write was sent and no answer came: it may or may not have happened. */
  UNKNOWN_OUTCOME: 504,
  /** The write is not held any more: it left, ended, or was never here. `details.state`, null where it is not known. */
  HOLD_GONE: 409,
  /** The note does not fit beside the notes that are there; `details.length` of those, in characters. */
  NOTES_FULL: 409,
  UPSTREAM_UNREACHABLE: 502,
  UPSTREAM_TIMEOUT: 504,
  /** A redirect, not JSON, broken, or over the size bound. */
  UPSTREAM_INVALID: 502,
  BUSY: 503,
  DASHBOARD_ERROR: 500,
} as const
export type BffErrorCode = keyof typeof bffErrorStatus
