import { spawn } from 'node:child_process'

export interface RunningServer {
  readonly port: number
  readonly pid: number
  output(): string
  /** Sends a signal and gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

const readyWithinMs = 60_000

/** What a server may see of this environment: nothing of the test runner's, which changes how Vite behaves. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, NO_COLOR: '1' }
}

/** The environment of a server, on any free port, before an upstream that stands in for Konektor. */
export function liveEnvironment(upstream: URL | string): NodeJS.ProcessEnv {
  return { KONEKTOR_API_KEY: 'k'.repeat(24), KONEKTOR_BASE_URL: new URL(upstream).origin, PORT: '0' }
}

/** Starts a server as a process of its own and waits until it has printed its address. */
export function startServer(
  args: readonly string[],
  directory: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, args, {
    cwd: directory,
    env: { ...cleanEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`Not ready in time:\n${written}`))
    }, readyWithinMs)
    void ended.then((code) => {
      clearTimeout(timer)
      reject(new Error(`Ended with ${code}:\n${written}`))
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        written += chunk.toString()
        const port = /(?:Local:\s+|Dashboard: |Sandbox\s+)http:\/\/[^:\s]+:(\d+)/.exec(written)?.[1]
        if (port === undefined || child.pid === undefined) return
        clearTimeout(timer)
        resolve({
          port: Number(port),
          pid: child.pid,
          output: () => written,
          stop(signal = 'SIGTERM') {
            child.kill(signal)
            return ended
          },
        })
      })
    }
  })
}

/** Runs a script to its end; gives exit code, output and how long it took. */
export async function runToEnd(
  args: readonly string[],
  directory: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; output: string; durationMs: number }> {
  const from = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: directory,
    env: { ...cleanEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, output, durationMs: performance.now() - from }
}
