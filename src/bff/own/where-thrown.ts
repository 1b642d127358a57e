import type { LogLine } from '../log-line.ts'

/** Class and places of a throw. Its message stays out: it could hold what a person typed. */
export function whereThrown(thrown: unknown): Pick<LogLine, 'errorName' | 'stack'> {
  if (!(thrown instanceof Error)) return { errorName: typeof thrown }
  const places = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { errorName: thrown.constructor.name, stack: places.slice(0, 8).map((line) => line.trim()) }
}
