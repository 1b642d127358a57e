import { sessionTimes } from '#contract/session.ts'

/**
 * `__Host-`: a browser takes it only with Secure, Path=/ and no Domain, so that no other host, and no plain http but that of
 * this machine, can set or read it.
 */
const name = '__Host-konektor'
/** As long as any session may last; the server ends most of them earlier. */
const maxAgeS = sessionTimes.wholeMs / 1000

/** 256 bits in base64url. */
const tokenForm = /^[A-Za-z0-9_-]{43}$/

/** The token that a request carries; null where there is none, more than one, or something else. */
export function tokenOf(request: Request): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const own = pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1))
  const [token = ''] = own
  return own.length === 1 && tokenForm.test(token) ? token : null
}

/** For `set-cookie`; null takes the cookie away. */
export function sessionCookie(token: string | null): string {
  return `${name}=${token ?? ''}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${token === null ? 0 : maxAgeS}`
}
