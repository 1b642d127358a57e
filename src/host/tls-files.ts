import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { StartFault } from './start-fault.ts'

/** Paths of a certificate (with its chain) and its key, PEM both. */
export interface TlsPaths {
  readonly certificate: string
  readonly key: string
}

/** Certificate and key as the server takes them. Read once: a renewed certificate needs a restart. */
export interface TlsFiles {
  readonly cert: string
  readonly key: string
}

/** Reads and checks the pair. Throws a `StartFault` that names every variable at fault, and nothing of the files. */
export function readTlsFiles({ certificate, key }: TlsPaths): TlsFiles {
  const faults: string[] = []
  function read(variable: string, path: string): string {
    try {
      return readFileSync(path, 'utf8')
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      faults.push(`  - ${variable}: this file cannot be read (${code})`)
      return ''
    }
  }
  const files = { cert: read('TLS_CERT', certificate), key: read('TLS_KEY', key) }
  if (faults.length === 0) {
    try {
      createSecureContext(files)
    } catch {
      faults.push('  - TLS_CERT, TLS_KEY: are not a certificate and its key in PEM form')
    }
  }
  if (faults.length > 0) throw new StartFault(`The environment does not allow a start:\n${faults.join('\n')}`)
  return files
}
