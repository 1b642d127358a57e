import { isLoopback } from './loopback.ts'

/** An address as it stands in a URL: IPv6 in brackets. */
export function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** The origins that may reach this server: `PUBLIC_ORIGIN`, else the address listened on under its usual names. */
export function allowedOrigins(
  publicOrigins: readonly string[],
  host: string,
  port: number,
  scheme: 'http' | 'https' = 'http',
): readonly string[] {
  if (publicOrigins.length > 0) return publicOrigins
  const names = isLoopback(host) ? [hostInUrl(host), '127.0.0.1', 'localhost', '[::1]'] : [hostInUrl(host)]
  return [...new Set(names.map((name) => new URL(`${scheme}://${name}:${port}`).origin))]
}
