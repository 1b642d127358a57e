import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { type Role, roles } from '#contract/roles.ts'

export type Passphrases = Readonly<Partial<Record<Role, string>>>
export type PassphraseHashes = Readonly<Partial<Record<Role, string>>>

/** argon2id with 19 MiB and two passes: OWASP's first choice for passwords. About 35 ms a verification. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const costMark = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`

/** Tries that may wait for their turn; each costs three verifications, one after the other on one thread. */
const queueLimit = 8

/** Tests count the verifications. */
type Verify = (hash: string, passphrase: string) => Promise<boolean>

/**
 * Hashes the passphrases of a start. A kept hash that its passphrase still fits stays; `changed` are the roles whose
 * passphrase is another one than last time, or is gone.
 */
export async function hashPassphrases(
  passphrases: Passphrases,
  kept: PassphraseHashes,
): Promise<{ readonly hashes: PassphraseHashes; readonly changed: readonly Role[] }> {
  const hashes: Partial<Record<Role, string>> = {}
  const changed: Role[] = []
  for (const role of roles) {
    const passphrase = passphrases[role]
    const before = kept[role]
    const isSame = passphrase !== undefined && before !== undefined && (await fits(before, passphrase))
    if (!isSame && before !== undefined) changed.push(role)
    if (passphrase === undefined) continue
    hashes[role] = isSame && before.startsWith(costMark) ? before : await hash(passphrase, cost)
  }
  return { hashes, changed }
}

/**
 * Tells whose passphrase one is. Every try costs the same: one verification a role, a role without passphrase too, whichever
 * matches and whether one does. Null where too many wait already.
 */
export async function createPassphraseCheck(hashes: PassphraseHashes, check: Verify = fits) {
  const nobodys = await hash(randomBytes(32), cost)
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  async function roleOf(passphrase: string): Promise<Role | 'nobody'> {
    let found: Role | 'nobody' = 'nobody'
    for (const role of roles) {
      const matches = await check(hashes[role] ?? nobodys, passphrase)
      if (matches && hashes[role] !== undefined) found = role
    }
    return found
  }

  return (passphrase: string): Promise<Role | 'nobody'> | null => {
    if (waiting >= queueLimit) return null
    waiting += 1
    const turn = last
      .then(() => roleOf(passphrase))
      .finally(() => {
        waiting -= 1
      })
    last = turn.catch(() => undefined)
    return turn
  }
}

/** A damaged hash fits nothing. */
async function fits(kept: string, passphrase: string): Promise<boolean> {
  try {
    return await verify(kept, passphrase)
  } catch {
    return false
  }
}
