import { randomBytes } from 'node:crypto'
import { type Role, roles } from '#contract/roles.ts'
import type { Person, SignInPort } from '../sign-in-port.ts'

/** Sessions in memory, one a role from the start; the passphrase of a role is its word. */
export function fakeSignIn() {
  const people = new Map<string, Person>()
  const begin = (person: Person) => {
    const token = randomBytes(32).toString('base64url')
    people.set(token, person)
    return token
  }
  const tokens = new Map(roles.map((role) => [role, begin({ role, name: `A ${role}`, memberId: null })]))
  const tokenOf = (role: Role) => tokens.get(role) ?? ''
  let pauseS = 0

  const port: SignInPort = {
    find: async (token) => people.get(token) ?? null,
    lasts: async (token) => people.has(token),
    async signIn({ passphrase, name, memberId }) {
      if (pauseS > 0) return { kind: 'later', retryAfterS: pauseS }
      const role = roles.find((one) => one === passphrase)
      if (role === undefined) return { kind: 'wrong' }
      const person = { role, name, memberId: memberId ?? null }
      return { kind: 'in', token: begin(person), person }
    },
    async change(token, { name, memberId }) {
      const person = people.get(token)
      if (person === undefined) return null
      const next = {
        ...person,
        name: name ?? person.name,
        memberId: memberId === undefined ? person.memberId : memberId,
      }
      people.set(token, next)
      return next
    },
    signOut: async (token) => void people.delete(token),
  }
  return {
    port,
    tokenOf,
    /** The session of a role is over. */
    end: (role: Role) => void people.delete(tokenOf(role)),
    pause(seconds: number) {
      pauseS = seconds
    },
  }
}
