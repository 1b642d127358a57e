import type { Log } from '../log-line.ts'
import { unforeseen } from './bff-error.ts'
import { whereThrown } from './where-thrown.ts'

/** Writes down what nobody had foreseen behind a throw; our own errors are no news. */
export function tellFault(log: Log, thrown: unknown, requestId: string): void {
  const fault = unforeseen(thrown)
  if (fault !== undefined) log({ level: 'error', event: 'fault', requestId, ...whereThrown(fault) })
}
