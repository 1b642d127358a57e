/** What `vite.config.ts` says about the proxy. It holds names, never the key. */
export interface ProxyDefinition {
  /** The path under which the Agent API is reached, on the dashboard and on the upstream alike. */
  readonly mount: string
  /** The upstream where its variable is not set. */
  readonly upstream: string
  /** Name of the variable that names another upstream. */
  readonly upstreamVariable: string
  /** Name of the variable that holds the key. */
  readonly keyVariable: string
}
