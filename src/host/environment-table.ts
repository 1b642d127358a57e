/** One variable that the dashboard reads. `standard` is what holds where it is not set. */
export interface EnvironmentRow {
  readonly name: string
  readonly standard: string
  readonly meaning: string
}

/** Every variable, in the order in which the README lists them; an empty value counts as not set. */
export const environmentTable = [
  {
    name: 'KONEKTOR_API_KEY',
    standard: 'none: the embedded sandbox is used',
    meaning: "The workspace's API key. It stays in the server.",
  },
  {
    name: 'KONEKTOR_BASE_URL',
    standard: 'https://konektor.id',
    meaning: 'Where the Agent API is. https only; plain http for a loopback address.',
  },
  {
    name: 'HOST',
    standard: '127.0.0.1',
    meaning: 'The address to listen on. Anything but a loopback address needs TRUST_NETWORK.',
  },
  { name: 'PORT', standard: '4173', meaning: 'The port to listen on, 0 for any free one. `npm run dev` uses 5173.' },
  {
    name: 'METRICS_PORT',
    standard: 'none',
    meaning: 'A port of 127.0.0.1 for `/metrics` in Prometheus format. Not used by `npm run dev`.',
  },
  {
    name: 'PUBLIC_ORIGIN',
    standard: 'the address listened on',
    meaning: 'The origins under which browsers reach the dashboard, separated by commas. No other is answered.',
  },
  {
    name: 'TRUST_NETWORK',
    standard: 'none',
    meaning: 'Only `i-have-my-own-sign-in`: a sign-in of your own stands before a non-loopback HOST.',
  },
  {
    name: 'DATA_DIR',
    standard: '.data',
    meaning: 'Where the dashboard keeps its own files and the sandbox its database.',
  },
  {
    name: 'DATABASE_URL',
    standard: 'none: PGlite in DATA_DIR',
    meaning: 'A PostgreSQL (15 or later) for the sandbox. Not used with a live upstream.',
  },
  {
    name: 'REDIS_URL',
    standard: 'none: one server for a key',
    meaning: 'A Redis or Valkey that several servers for one key share. Not used with the sandbox.',
  },
  {
    name: 'LOG_LEVEL',
    standard: 'info',
    meaning: 'fatal, error, warn, info, debug, trace or silent.',
  },
] as const satisfies readonly EnvironmentRow[]
