import type { SandboxPort } from '#bff/own/sandbox-port.ts'
import type { Configuration } from './environment.ts'
import { deskDirectory, holdDesk, prepareDataDirectory, shareDesk } from './hold-desk.ts'
import type { Log } from './log.ts'
import { type SandboxStart, startSandbox } from './sandbox-child.ts'

/** Where reads and writes go: the real Agent API, or the embedded sandbox. Never both. */
export interface Upstream {
  readonly kind: 'sandbox' | 'live'
  readonly baseUrl: string
  readonly key: string
  /** Absent with a live upstream (safety S36). */
  readonly control?: SandboxPort
  /** Settles, with the reason, when there is no more hope for it. */
  readonly givenUp: Promise<string>
  close(): Promise<void>
}

/**
 * With a key: the live upstream, and nothing else is ever contacted. Without one: the sandbox, as a child process that
 * outlives reloads of the proxy. Holds the desk of that upstream until it is closed.
 */
export async function openUpstream(
  configuration: Configuration,
  sandbox: Pick<SandboxStart, 'entry' | 'fromSource'>,
  log: Log,
): Promise<Upstream> {
  prepareDataDirectory(configuration)
  if (configuration.key !== null) {
    const { baseUrl, key } = configuration
    const directory = deskDirectory(configuration, { kind: 'live', baseUrl })
    // With others at the same desk each file is taken for the moment of its writing.
    const desk = configuration.redisUrl === null ? holdDesk(directory) : shareDesk(directory)
    return { kind: 'live', baseUrl, key, givenUp: new Promise(() => {}), close: async () => desk.release() }
  }
  // Flags for tests and benches; they reach the sandbox only, so a live upstream never sees them.
  const extraArguments = (process.env.SANDBOX_ARGS ?? '').split(' ').filter((part) => part !== '')
  const child = await startSandbox({ ...sandbox, configuration, extraArguments, log })
  try {
    const desk = holdDesk(deskDirectory(configuration, { kind: 'sandbox', baseUrl: child.baseUrl }))
    const close = async () => {
      await child.close()
      desk.release()
    }
    return { ...child, kind: 'sandbox', close }
  } catch (error) {
    await child.close()
    throw error
  }
}
