import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDirectory } from './directory-lock.ts'
import { processStart } from './process-identity.ts'

let directory: string
let children: ChildProcess[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lock-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

/** A process that takes the lock when told, says how that went, and stays. */
function holder(): ChildProcess {
  const script = join(directory, 'holder.mjs')
  const lock = new URL('./directory-lock.ts', import.meta.url).href
  writeFileSync(
    script,
    `import { lockDirectory } from ${JSON.stringify(lock)}
    process.on('message', () => {
      try { lockDirectory(${JSON.stringify(directory)}); process.send('held') } catch (error) { process.send(error.message) }
    })
    process.send('ready')`,
  )
  const child = fork(script, { execArgv: ['--import', 'tsx'] })
  children.push(child)
  return child
}
const said = async (child: ChildProcess): Promise<string> => String((await once(child, 'message'))[0])
async function take(child: ChildProcess): Promise<string> {
  child.send('take')
  return said(child)
}

it('lets exactly one of several processes in that start at once, also over a dead holder', async () => {
  const dead = holder()
  await said(dead)
  expect(await take(dead)).toBe('held')
  dead.kill('SIGKILL')
  await once(dead, 'exit')
  const rivals = Array.from({ length: 4 }, holder)
  await Promise.all(rivals.map(said))
  const answers = await Promise.all(rivals.map(take))
  expect(answers.filter((answer) => answer === 'held')).toHaveLength(1)
  const winner = rivals[answers.indexOf('held')]
  for (const answer of answers) if (answer !== 'held') expect(answer).toContain(`in use by process ${winner?.pid}`)
  expect(() => lockDirectory(directory)).toThrow(`in use by process ${winner?.pid}`)
})

it('takes no lock from a holder in another container of the same boot, and takes it over after the next boot', () => {
  const started = processStart(process.pid) ?? ''
  const held = { pid: 999_999_999, since: 'then', namespace: 'pid:[1]' }
  writeFileSync(join(directory, 'lock.1'), JSON.stringify({ ...held, started }))
  if (process.platform === 'linux') expect(() => lockDirectory(directory)).toThrow('in use by process 999999999')
  writeFileSync(
    join(directory, 'lock.1'),
    JSON.stringify({ ...held, started: `another-boot:${started.split(':')[1]}` }),
  )
  lockDirectory(directory).release()
})

it('is free again once let go, and held again by whoever takes it next', () => {
  const first = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(`process ${process.pid}`)
  first.release()
  const second = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow('in use')
  second.release()
  expect(readdirSync(directory)).toHaveLength(1)
})

it('takes over from a process id that now belongs to another process, and from an unreadable lock', () => {
  const since = new Date().toISOString()
  writeFileSync(join(directory, 'lock.3'), JSON.stringify({ pid: process.pid, started: 'earlier', since }))
  lockDirectory(directory).release()
  writeFileSync(join(directory, 'lock.9'), '')
  lockDirectory(directory).release()
  expect(readdirSync(directory)).toEqual(['lock.10'])
})

it('knows a living process by its start, and no dead one', () => {
  expect(processStart(process.pid)).toBe(processStart(process.pid))
  expect(processStart(process.pid)).not.toBe(processStart(process.ppid))
  expect(processStart(2 ** 22 + 1)).toBeNull()
})
