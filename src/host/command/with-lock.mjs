import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { CommandFault } from './run.mjs'

const lockFile = '.cache/setup.lock'
/** An install and a build take a minute; a holder that is alive after so long hangs. */
const waitAtMostMs = 10 * 60_000
const pollMs = 200

/** Where the system tells it: when the process began, so that a reused id is not taken for the holder. */
function startedAt(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive(holder) {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return startedAt(holder.pid) === holder.started
}

function readHolder() {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8'))
  } catch {
    return null
  }
}

function take() {
  try {
    const holder = { pid: process.pid, started: startedAt(process.pid) }
    writeFileSync(lockFile, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** Moves a dead holder's lock away; of several who try, the one whose rename wins removes it. */
function clearDead() {
  const aside = `${lockFile}.${process.pid}`
  try {
    renameSync(lockFile, aside)
    rmSync(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** Only one process of this folder installs or builds at a time; the others wait, and then find it done. */
export async function withLock(work) {
  mkdirSync('.cache', { recursive: true })
  const until = Date.now() + waitAtMostMs
  let told = false
  let unreadable = 0
  while (!take()) {
    const holder = readHolder()
    unreadable = holder === null ? unreadable + 1 : 0
    if (unreadable > 10 || (holder !== null && !isAlive(holder))) {
      clearDead()
      continue
    }
    if (Date.now() > until)
      throw new CommandFault(`Process ${holder?.pid} has been setting up for ten minutes. Stop it.`)
    if (!told && holder !== null) process.stdout.write(`Waiting for process ${holder.pid}, which is setting up …\n`)
    told ||= holder !== null
    await sleep(pollMs)
  }
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
