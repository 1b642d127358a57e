import type { SandboxPort } from '#bff/own/sandbox-port.ts'

const withinMs = 10_000

/** The controls of a sandbox on loopback; `port` is asked each time, because a sandbox that was started again has another. */
export function sandboxControl(port: () => number, key: string): SandboxPort {
  async function ask<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${port()}/control/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(withinMs),
    })
    if (!response.ok) throw new Error(`The sandbox's control port answered ${response.status}`)
    return (await response.json()) as T
  }
  return {
    read: () => ask('state'),
    change: (state) => ask('state', state),
    arrive: (leads) => ask('arrivals', { leads }),
  }
}
