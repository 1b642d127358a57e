import { type DestinationStream, pino } from 'pino'
import type { LogLevel } from './environment.ts'

/**
 * The only fields a line may hold (safety S37): no name, number, note, key or query can be logged by mistake, because a
 * field that is not here is dropped.
 */
const allowedFields = [
  'event',
  'method',
  'route',
  'status',
  'durationMs',
  'requestId',
  'upstreamRequestId',
  'who',
  'role',
  'leadId',
  'fields',
  'subject',
  'form',
  'rows',
  'code',
  'outcome',
  'port',
  'origin',
  'attempt',
  'delayMs',
  'signal',
  'exitCode',
  /** A file of the dashboard's own. */
  'file',
  'errorName',
  'stack',
] as const
export type LogFields = Partial<Record<(typeof allowedFields)[number], unknown>>

/** A structured log: fields first, then a sentence of ours that holds no data. */
export interface Log {
  debug(fields: LogFields, message?: string): void
  info(fields: LogFields, message?: string): void
  warn(fields: LogFields, message?: string): void
  error(fields: LogFields, message?: string): void
}

function onlyAllowed(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const name of allowedFields) if (fields[name] !== undefined) kept[name] = fields[name]
  return kept
}

/** What of an error may be logged: its class and where it was thrown, without its message, which could hold data. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { errorName: error.name, stack: frames.slice(0, 8).map((line) => line.trim()) }
}

export function openLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, formatters: { log: onlyAllowed }, timestamp: pino.stdTimeFunctions.isoTime }
  return destination === undefined ? pino(options) : pino(options, destination)
}
