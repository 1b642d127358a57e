import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Scope } from '#contract/vocabularies.ts'
import { AgentError } from './agent-error.ts'

export interface NewKey {
  /** Absent: a random one. */
  readonly key?: string
  readonly scopes: readonly Scope[]
  /** Unix ms; null or absent: never. */
  readonly expiresAt?: number | null
}

interface HeldKey {
  readonly id: string
  readonly digest: Buffer
  scopes: readonly Scope[]
  readonly expiresAt: number | null
  isRevoked: boolean
}

/** A key as it may be listed: not by its text. */
export type ListedKey = Pick<HeldKey, 'id' | 'scopes' | 'expiresAt' | 'isRevoked'>

/** A random key, as this sandbox mints them. */
export function mintKey(): string {
  return `knk_sandbox_${randomBytes(24).toString('base64url')}`
}

/** The keys of the workspace; they share its limit. */
export class KeyRing {
  readonly #keys: HeldKey[] = []

  /** Answers the key's text, and the id by which it is revoked. */
  add({ key = mintKey(), scopes, expiresAt = null }: NewKey): { readonly id: string; readonly key: string } {
    const id = `key_${this.#keys.length + 1}`
    this.#keys.push({ id, digest: digestOf(key), scopes, expiresAt, isRevoked: false })
    return { id, key }
  }

  /** The key that a request carries. Throws UNAUTHORIZED for none, an unknown one, and one that is over. */
  of(request: Request, now: number): { readonly scopes: readonly Scope[] } {
    const held = this.#held(keyText(request))
    if (held === undefined) throw new AgentError('UNAUTHORIZED', 'Missing or invalid API key')
    if (held.isRevoked) throw new AgentError('UNAUTHORIZED', 'The API key has been revoked')
    if (held.expiresAt !== null && held.expiresAt <= now) {
      throw new AgentError('UNAUTHORIZED', 'The API key has expired')
    }
    return held
  }

  has(request: Request, now: number): boolean {
    try {
      this.of(request, now)
      return true
    } catch {
      return false
    }
  }

  /** False where no key has that id. */
  revoke(id: string): boolean {
    const held = this.#keys.find((key) => key.id === id)
    if (held !== undefined) held.isRevoked = true
    return held !== undefined
  }

  /** Changes the scopes of the key that the sandbox was started with. */
  setScopes(scopes: readonly Scope[]): void {
    const [first] = this.#keys
    if (first !== undefined) first.scopes = scopes
  }

  list(): readonly ListedKey[] {
    return this.#keys.map(({ id, scopes, expiresAt, isRevoked }) => ({ id, scopes, expiresAt, isRevoked }))
  }

  /** Compares with every key, each in constant time. */
  #held(text: string): HeldKey | undefined {
    const digest = digestOf(text)
    return this.#keys.filter((key) => timingSafeEqual(key.digest, digest)).at(-1)
  }
}

/** True where the request carries this very key. Compares in constant time. */
export function carriesKey(request: Request, key: string): boolean {
  return timingSafeEqual(digestOf(keyText(request)), digestOf(key))
}

function keyText(request: Request): string {
  return /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
