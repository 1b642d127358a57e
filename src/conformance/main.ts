import { allClauses } from './all-clauses.ts'
import { conformanceUsage, readConformanceOptions } from './conformance-options.ts'
import { runClauses } from './run-clauses.ts'

const read = readConformanceOptions(process.argv.slice(2), process.env)
if (read.kind === 'help') {
  process.stdout.write(conformanceUsage)
} else if (read.kind === 'faults') {
  process.stderr.write(`${read.faults.join('\n')}\n`)
  process.exitCode = 2
} else {
  const world = {
    fetch: (request: Request) => fetch(request),
    now: () => Date.now(),
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  }
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const { holds, fails, unchecked, calls } = await runClauses(allClauses, read.options, world, say)
  say(`\n${holds} hold, ${fails} fail, ${unchecked} could not be checked; ${calls} calls to ${read.options.base}`)
  process.exitCode = fails === 0 ? 0 : 1
}
