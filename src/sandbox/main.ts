import { readSandboxOptions, sandboxUsage } from './sandbox-options.ts'
import { type SandboxOptions, startSandbox } from './start-sandbox.ts'

const read = readSandboxOptions(process.argv.slice(2), process.env)
if (read.kind === 'help') {
  process.stdout.write(sandboxUsage)
} else if (read.kind === 'faults') {
  process.stderr.write(`${read.faults.join('\n')}\n`)
  fail(`The sandbox was not started: ${read.faults.join('; ')}`, 2)
} else {
  await run(read.options)
}

async function run(options: SandboxOptions): Promise<void> {
  try {
    const sandbox = await startSandbox({ ...options, onFault: logFault })
    let isClosing = false
    const close = () => {
      if (isClosing) return
      isClosing = true
      sandbox.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    }
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close)
    process.on('disconnect', close)
    const { port, controlPort, notice } = sandbox
    if (process.send !== undefined) {
      process.send({ type: 'ready', port, controlPort, notice })
      return
    }
    if (notice !== null) process.stdout.write(`${notice}\n`)
    process.stdout.write(
      `Sandbox  http://127.0.0.1:${port}\nKey      ${sandbox.key}\nControl  http://127.0.0.1:${controlPort}\nTo read  http://127.0.0.1:${port}/reference\n`,
    )
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${message}\n`)
    fail(message, 1)
  }
}

/** Tells a parent, then ends; the message is on its way before the process is gone. */
function fail(message: string, code: number): void {
  process.exitCode = code
  if (process.send === undefined) process.exit(code)
  process.send({ type: 'failed', message }, () => process.exit(code))
}

/** The request's id and the kind of fault; no values, which can be personal. */
function logFault(error: unknown, requestId: string): void {
  const kind = error instanceof Error ? error.name : typeof error
  process.stderr.write(`${JSON.stringify({ level: 'error', requestId, kind })}\n`)
}
