import type { IncomingMessage } from 'node:http'

/**
 * Tells the address that tries to sign in are counted by. Behind a proxy every connection comes from it, so there the last
 * entry of `X-Forwarded-For` counts, which a proxy writes itself; the ones before it are whatever a client sent. Without a
 * proxy nothing of that header is believed. Who gets past a proxy can write it, but not escape what holds for everybody.
 */
export function clientAddress(request: IncomingMessage, isBehindProxy: boolean): string {
  const own = request.socket.remoteAddress ?? ''
  if (!isBehindProxy) return own
  const header = request.headers['x-forwarded-for']
  const last = [header ?? ''].flat().join(',').split(',').at(-1)?.trim() ?? ''
  return /^[0-9a-f:.]{2,45}$/i.test(last) ? last : own
}
