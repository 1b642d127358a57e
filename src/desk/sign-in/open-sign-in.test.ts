import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openSignIn } from './open-sign-in.ts'
import { createPassphraseCheck, hashPassphrases } from './passphrases.ts'

const directory = mkdtempSync(join(tmpdir(), 'konektor-sign-in-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const manager = 'manager passphrase 1'
const rep = 'rep passphrase 22'
const at = { now: 1_000_000 }
const open = (passphrases: object = { manager, rep }) => openSignIn({ directory, passphrases, now: () => at.now })

async function tokenFor(desk: Awaited<ReturnType<typeof open>>, passphrase: string): Promise<string> {
  const end = await desk.signIn({ passphrase, name: 'Sari' }, '10.0.0.1')
  if (end.kind !== 'in') throw new Error(`Not in: ${end.kind}`)
  return end.token
}

it('tells who came in by which passphrase, and keeps them in over a restart', async () => {
  const desk = await open()
  const token = await tokenFor(desk, rep)
  expect(await desk.find(token)).toEqual({ role: 'rep', name: 'Sari', memberId: null })
  expect(await desk.signIn({ passphrase: 'something else 3', name: 'Eve' }, '10.0.0.2')).toEqual({ kind: 'wrong' })
  const memberId = '0190a4b2-7c1d-7e3f-8a5b-6c7d8e9f0a1b'
  expect(await desk.change(token, { memberId })).toEqual({ role: 'rep', name: 'Sari', memberId })
  await desk.close()

  const kept = readFileSync(join(directory, 'sessions.json'), 'utf8')
  for (const secret of [token, manager, rep]) expect(kept).not.toContain(secret)
  const again = await open()
  expect(await again.find(token)).toEqual({ role: 'rep', name: 'Sari', memberId })
  await again.signOut(token)
  expect(await again.find(token)).toBeNull()
  await again.close()
  const third = await open()
  expect(await third.find(token)).toBeNull()
  await third.close()
})

it('ends the sessions of a passphrase that was changed or taken away, and no others', async () => {
  const desk = await open()
  const [ofManager, ofRep] = [await tokenFor(desk, manager), await tokenFor(desk, rep)]
  await desk.close()
  const changed = await open({ manager, rep: 'another rep one 4' })
  expect(await changed.find(ofRep)).toBeNull()
  expect(await changed.find(ofManager)).not.toBeNull()
  await changed.close()
  const gone = await open({ rep })
  expect(await gone.find(ofManager)).toBeNull()
  await gone.close()
})

it('ends a session after twelve hours without use, by the clock of the disk too', async () => {
  const desk = await open()
  const token = await tokenFor(desk, manager)
  at.now += 11 * 60 * 60_000
  expect(await desk.find(token)).not.toBeNull()
  await desk.close()
  at.now += 11 * 60 * 60_000
  const again = await open()
  expect(await again.find(token)).not.toBeNull()
  at.now += 12 * 60 * 60_000
  expect(await again.find(token)).toBeNull()
  await again.close()
})

it('looks at no sixth wrong passphrase of an address in a minute, however many come at once', async () => {
  const desk = await open()
  const ends = await Promise.all(
    Array.from({ length: 12 }, () => desk.signIn({ passphrase: 'not this one either', name: 'Eve' }, '10.9.9.9')),
  )
  expect(ends.filter(({ kind }) => kind === 'wrong')).toHaveLength(5)
  expect(ends[11]).toEqual({ kind: 'later', retryAfterS: 60 })
  await desk.close()
})

it('costs the same number of verifications whoever it is: one a role', async () => {
  const { hashes } = await hashPassphrases({ manager, rep }, {})
  const seen: string[] = []
  const roleOf = await createPassphraseCheck(hashes, async (hash, passphrase) => {
    seen.push(hash)
    return hash === hashes[passphrase as 'manager']
  })
  for (const passphrase of ['manager', 'rep', 'executive', 'nobody']) {
    seen.length = 0
    await roleOf(passphrase)
    expect(seen, passphrase).toHaveLength(3)
    for (const hash of seen) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  }
})

it('lets no crowd wait for argon2', async () => {
  const { hashes } = await hashPassphrases({ manager }, {})
  let running = 0
  let most = 0
  const roleOf = await createPassphraseCheck(hashes, async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    return false
  })
  const turns = Array.from({ length: 20 }, () => roleOf('x'))
  expect(turns.filter((turn) => turn === null)).toHaveLength(12)
  await Promise.all(turns)
  expect(most).toBe(1)
  expect(await roleOf('x')).toBe('nobody')
})
