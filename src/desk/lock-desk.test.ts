import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DeskHeldError, lockDesk } from './lock-desk.ts'
import { type ProcessMark, processMark } from './process-mark.ts'

let directory: string
const me = processMark(process.pid) as ProcessMark
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'konektor-desk-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

function locks(): string[] {
  return readdirSync(directory).sort()
}
function heldBy(holder: Partial<ProcessMark>): void {
  writeFileSync(join(directory, 'lock.3'), JSON.stringify({ ...me, since: 'then', ...holder }))
}

test('a desk is held once, and free again after its release', () => {
  const lock = lockDesk(directory)
  expect(() => lockDesk(directory)).toThrow(new RegExp(`in use by process ${process.pid} \\(since `))
  lock.release()
  expect(locks()).toEqual(['lock.1'])
  lockDesk(directory).release()
  expect(locks()).toEqual(['lock.2'])
})

test('a dead holder, a later process with its id, and one before a reboot are followed', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  for (const holder of [{ pid: dead }, { started: '1' }, { boot: 'earlier', namespace: 'other' }]) {
    for (const name of locks()) rmSync(join(directory, name))
    heldBy(holder)
    const lock = lockDesk(directory)
    expect(locks()).toHaveLength(1)
    expect(() => lockDesk(directory)).toThrow(DeskHeldError)
    lock.release()
  }
})

test('a holder in another container may live: it is refused, with the way out', () => {
  heldBy({ pid: 1, started: '1', namespace: 'pid:[1]' })
  expect(() => lockDesk(directory)).toThrow(DeskHeldError)
  expect(() => lockDesk(directory)).toThrow(/another container.*remove .*lock\.3/)
  expect(locks()).toEqual(['lock.3'])
})

test('an empty lock file, left by a crash of the machine, holds nothing', () => {
  writeFileSync(join(directory, 'lock.7'), '')
  lockDesk(directory).release()
})
