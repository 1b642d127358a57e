import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDesk } from './open-desk.ts'
import type { Peers } from './peers.ts'
import { openSignIn } from './sign-in/open-sign-in.ts'
import { buildTicket } from './testing/build-ticket.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'desk-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

/** Servers of one process that take turns, as over a lock that all see. */
function openPeers(): () => Peers {
  let turn = Promise.resolve()
  const listeners: { readonly of: Peers; readonly listener: (file: string | null) => void }[] = []
  return () => {
    const peer: Peers = {
      alone(_, run) {
        const mine = turn.then(run)
        turn = mine.catch(() => undefined)
        return mine
      },
      tell: (file) => {
        for (const { of, listener } of listeners) if (of !== peer) listener(file)
      },
      hear: (listener) => void listeners.push({ of: peer, listener }),
    }
    return peer
  }
}

test('two desks in one directory lose nothing of each other, whatever they keep in whatever order', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ at: fc.constantFrom(0, 1), what: fc.constantFrom('ticket', 'name', 'days'), pause: fc.boolean() }),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      async (acts) => {
        round += 1
        const at = join(directory, String(round))
        const next = openPeers()
        await mkdir(at)
        const desks = [
          await openDesk({ directory: at, seedMembers: [], peers: next() }),
          await openDesk({ directory: at, seedMembers: [], peers: next() }),
        ] as const
        const under: Promise<unknown>[] = []
        for (const [number, { at: which, what, pause }] of acts.entries()) {
          const desk = desks[which === 0 ? 0 : 1]
          if (what === 'ticket') under.push(desk.addTicket(buildTicket(number)))
          else if (what === 'name') under.push(desk.nameMember(`m${number}`, `Name ${number}`))
          else under.push(desk.writeSettings({ maturityDays: number + 1 }))
          if (pause) await Promise.all(under)
        }
        await Promise.all(under)
        await Promise.all(desks.map((desk) => desk.close()))
        const numbersOf = (kind: string) => acts.flatMap(({ what }, number) => (what === kind ? number : []))
        const again = await openDesk({ directory: at, seedMembers: [] })
        expect(
          again
            .listTickets()
            .map(({ ref }) => ref)
            .sort(),
        ).toEqual(
          numbersOf('ticket')
            .map((n) => `ABCDE-${n}`)
            .sort(),
        )
        expect(
          again
            .listMembers()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(
          numbersOf('name')
            .map((n) => `m${n}`)
            .sort(),
        )
      },
    ),
    { numRuns: process.env.PROVE === '1' ? 1000 : 12 },
  )
})

test('what one desk keeps the other shows', async () => {
  const next = openPeers()
  const [one, other] = [
    await openDesk({ directory, seedMembers: [], peers: next() }),
    await openDesk({ directory, seedMembers: [], peers: next() }),
  ]
  await one.nameMember('a', 'Rina')
  await expect.poll(() => other.listMembers()).toEqual([{ id: 'a', name: 'Rina' }])
  await other.nameMember('b', 'Agus')
  expect(JSON.parse(await readFile(join(directory, 'members.json'), 'utf8'))).toHaveLength(2)
})

/** While nobody can be asked or told: everybody writes at once, and hears of nothing. */
const deaf: Peers = { alone: (_, run) => run(), tell: () => undefined, hear: () => undefined }

test('a session begins and ends for every server at once, also while they cannot tell each other', async () => {
  const passphrases = { rep: 'a passphrase of sales' }
  const [one, other] = [
    await openSignIn({ directory, passphrases, peers: deaf }),
    await openSignIn({ directory, passphrases, peers: deaf }),
  ]
  const end = await one.signIn({ passphrase: passphrases.rep, name: 'Sari' }, '10.0.0.1')
  if (end.kind !== 'in') throw new Error(end.kind)
  expect(await other.find(end.token)).toMatchObject({ name: 'Sari' })
  await other.signOut(end.token)
  expect(await one.find(end.token)).toBeNull()
})

test('two servers that write one file at the same moment never tear it', async () => {
  const kept: string[] = []
  const open = () => openDesk({ directory, seedMembers: [], peers: deaf, warn: (file) => kept.push(file) })
  // As of another process, whose temporary files have another name.
  vi.resetModules()
  const elsewhere = await import('./open-desk.ts')
  const desks = [
    await open(),
    await elsewhere.openDesk({ directory, seedMembers: [], peers: deaf, warn: (file) => kept.push(file) }),
  ]
  for (let round = 0; round < 20; round += 1) {
    await Promise.all(desks.map((desk, at) => desk.nameMember(`m${at}`, 'x'.repeat((round * (at + 7)) % 60))))
  }
  expect(kept).toEqual([])
})
