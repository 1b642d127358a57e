import type { Role } from '#contract/roles.ts'
import { isLoopback } from './loopback.ts'

/** The only value of TRUST_NETWORK. */
export const ownSignIn = 'i-have-my-own-sign-in'

type Variables = Readonly<Record<string, string>>

/** The variables that hold a passphrase each, by role. */
export const passphraseVariables = {
  manager: 'ACCESS_MANAGER',
  rep: 'ACCESS_REP',
  executive: 'ACCESS_EXECUTIVE',
} as const satisfies Readonly<Record<Role, string>>

/** What single values cannot tell: who may reach the address, and how (safety S12). */
export function networkFaults(host: string, environment: Variables): string[] {
  const names = Object.values(passphraseVariables).filter((name) => environment[name] !== undefined)
  const faults = [...passphraseFaults(names, environment), ...tlsFaults(environment)]
  if (isLoopback(host)) return faults
  if (names.length === 0 && environment.TRUST_NETWORK !== ownSignIn) {
    faults.push(
      'HOST: anybody who reaches this address could read every lead. Use a loopback address (HOST=127.0.0.1), or set a ' +
        `passphrase for those who may come in (${Object.values(passphraseVariables).join(', ')}), or, where a sign-in of ` +
        `your own stands before it, TRUST_NETWORK=${ownSignIn}`,
    )
  }
  if (names.length > 0 && !isHttps(environment)) {
    faults.push(
      `${names[0]}: a passphrase must not cross a network in the clear, and browsers keep its session for https only. ` +
        'Set TLS_CERT and TLS_KEY, or PUBLIC_ORIGIN to the https address of a proxy before the dashboard',
    )
  }
  if ((host === '0.0.0.0' || host === '::') && environment.PUBLIC_ORIGIN === undefined) {
    faults.push('PUBLIC_ORIGIN: must name the address that browsers use, because HOST listens on every one')
  }
  return faults
}

/** True where every address that browsers use is https. */
function isHttps({ TLS_CERT: certificate, PUBLIC_ORIGIN: origins = '' }: Variables): boolean {
  const isPublic = origins.split(',').every((origin) => origin.trim().startsWith('https://'))
  return origins === '' ? certificate !== undefined : isPublic
}

function passphraseFaults(names: readonly string[], environment: Variables): string[] {
  return names.flatMap((name, index) => {
    const twin = names.slice(0, index).find((other) => environment[other] === environment[name])
    return twin === undefined
      ? []
      : [`${name}: is the same as ${twin}; the passphrase tells the role, so each needs its own`]
  })
}

function tlsFaults({ TLS_CERT: certificate, TLS_KEY: key, PUBLIC_ORIGIN: origins = '' }: Variables): string[] {
  if ((certificate === undefined) !== (key === undefined)) {
    return [`${certificate === undefined ? 'TLS_CERT' : 'TLS_KEY'}: is missing; certificate and key belong together`]
  }
  const isPlain = certificate !== undefined && origins.split(',').some((origin) => origin.trim().startsWith('http://'))
  return isPlain ? ['PUBLIC_ORIGIN: must be https, because TLS_CERT makes the dashboard speak nothing else'] : []
}
