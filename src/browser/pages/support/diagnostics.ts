import type { Status } from '#contract/status.ts'

interface DiagnosticFacts {
  readonly status: Status | undefined
  /** IANA name; null while the workspace cannot be read. */
  readonly zone: string | null
  readonly requestIds: readonly string[]
}

/**
 * The lines that help Konektor's support, in English because they are for support. Never a name, phone, mail or key;
 * what is not known is left out.
 */
export function diagnosticLines({ status, zone, requestIds }: DiagnosticFacts): readonly string[] {
  return [
    status === undefined ? '' : `Dashboard ${status.version} · ${status.upstream.kind} · ${status.upstream.host}`,
    zone === null ? '' : `Workspace time zone ${zone}`,
    requestIds.length === 0 ? '' : `Request ids ${requestIds.join(', ')}`,
  ].filter((line) => line !== '')
}
