import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SandboxPort } from '#bff/own/sandbox-port.ts'
import type { Configuration } from './environment.ts'
import type { Log } from './log.ts'
import { sandboxControl } from './sandbox-control.ts'
import { StartFault } from './start-fault.ts'

/** Pauses before a sandbox that died is started again; after the last one it is given up. */
const restartPausesMs = [250, 1_000, 4_000, 10_000]
/** A sandbox that lived this long is well again: the pauses begin anew. */
const wellAfterMs = 60_000
/** Seeding half a million leads takes some of this; a hung start must end too. */
const readyWithinMs = 5 * 60_000
/** The database closes in well under a second. */
const stopWithinMs = 3_000

export interface SandboxChild {
  readonly baseUrl: string
  readonly key: string
  readonly control: SandboxPort
  /** Settles, with the reason, when the sandbox has been given up. */
  readonly givenUp: Promise<string>
  close(): Promise<void>
}

export interface SandboxStart {
  readonly configuration: Configuration
  /** The built file, or the source where `fromSource` is true. */
  readonly entry: string
  readonly fromSource: boolean
  /** More flags of `npm run sandbox`, for tests and benches (`SANDBOX_ARGS`). */
  readonly extraArguments: readonly string[]
  readonly log: Log
}

interface Ready {
  /** Something the person should know: data that was kept aside. */
  readonly notice: string | null
  readonly port: number
  readonly controlPort: number
}

/** Where tests and benches find the control port. Readable by the owner only, for it holds the key. */
export function sandboxEndpointFile(dataDirectory: string): string {
  return join(dataDirectory, 'sandbox-endpoint.json')
}

function spawn(start: SandboxStart, key: string, port: number): ChildProcess {
  const { configuration } = start
  const data = join(configuration.dataDirectory, 'sandbox')
  // Only what it needs: a live key or any other secret of the environment stays here.
  const environment: NodeJS.ProcessEnv = { SANDBOX_KEY: key }
  for (const name of ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'NODE_ENV']) environment[name] = process.env[name]
  if (configuration.databaseUrl !== null) environment.DATABASE_URL = configuration.databaseUrl
  return fork(start.entry, ['--port', String(port), '--control-port', '0', '--data', data, ...start.extraArguments], {
    execArgv: start.fromSource ? ['--import', 'tsx'] : [],
    env: environment,
    // Its own group: Ctrl-C reaches the parent only, which first answers what it has accepted. The sandbox ends
    // when the channel to its parent closes.
    detached: process.platform !== 'win32',
    // Its errors are shown once it runs; before, they are the reason of a failed start.
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
}

function untilReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let words = ''
    const collect = (chunk: Buffer) => {
      words += chunk.toString()
    }
    child.stderr?.on('data', collect)
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new StartFault(`The sandbox was not ready within ${readyWithinMs / 1000} s.`))
    }, readyWithinMs)
    child.on('message', (message: { type?: string; message?: string } & Partial<Ready>) => {
      clearTimeout(timer)
      if (message.type === 'ready') {
        child.stderr?.off('data', collect)
        child.stderr?.pipe(process.stderr)
        const { port, controlPort, notice } = message
        resolve({ port: Number(port), controlPort: Number(controlPort), notice: notice ?? null })
      }
      if (message.type === 'failed') reject(new StartFault(message.message ?? 'The sandbox could not start.'))
    })
    child.once('error', (error) => reject(new StartFault(`The sandbox could not be started: ${error.message}`)))
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(
        new StartFault(`The sandbox ended before it was ready (${signal ?? `exit code ${code}`}).\n${words}`.trim()),
      )
    })
  })
}

function untilGone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs)
  await untilGone(child)
  clearTimeout(timer)
}

/**
 * Starts the embedded workspace as a child process with a random key, and keeps it alive: one that dies is started
 * again on the same port with growing pauses. Rejects with a `StartFault` where the first start fails.
 */
export async function startSandbox(start: SandboxStart): Promise<SandboxChild> {
  const key = `sandbox_${randomBytes(24).toString('base64url')}`
  const { promise: givenUp, resolve: giveUp } = withResolvers<string>()
  const endpointFile = sandboxEndpointFile(start.configuration.dataDirectory)
  let closing = false
  let child = spawn(start, key, 0)
  let ready = await untilReady(child)
  const port = ready.port

  function publish() {
    mkdirSync(dirname(endpointFile), { recursive: true })
    if (ready.notice !== null) process.stderr.write(`${ready.notice}\n`)
    const { controlPort } = ready
    writeFileSync(endpointFile, JSON.stringify({ port, controlPort, key }), { mode: 0o600 })
    chmodSync(endpointFile, 0o600)
  }

  async function keepAlive(): Promise<void> {
    let attempt = 0
    while (!closing) {
      const livedFrom = Date.now()
      await untilGone(child)
      if (closing) return
      if (Date.now() - livedFrom > wellAfterMs) attempt = 0
      const pauseMs = restartPausesMs[attempt]
      if (pauseMs === undefined) return giveUp('The sandbox keeps ending. Its last lines above say why.')
      attempt += 1
      start.log.error({ event: 'sandbox-restart', attempt, delayMs: pauseMs }, 'the sandbox ended and is started again')
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      if (closing) return
      child = spawn(start, key, port)
      const again = await untilReady(child).catch(() => null)
      if (again === null) child.kill('SIGKILL')
      else {
        ready = again
        publish()
      }
    }
  }

  publish()
  void keepAlive()
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    key,
    control: sandboxControl(() => ready.controlPort, key),
    givenUp,
    async close() {
      closing = true
      await stop(child)
      rmSync(endpointFile, { force: true })
    },
  }
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
