import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { standardSettings } from '#contract/settings.ts'
import { ledgerLines, memberLimit, openDesk } from './open-desk.ts'
import { buildTicket } from './testing/build-ticket.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'desk-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const warnings: string[] = []
function open(seedMembers: { id: string; name: string | null }[] = []) {
  warnings.length = 0
  return openDesk({ directory, seedMembers, warn: (keptAside) => warnings.push(keptAside) })
}
test('names and tickets are there after a reopening', async () => {
  const desk = await open()
  desk.noteMembers(['a', 'b'])
  await desk.nameMember('b', 'Rina')
  await desk.addTicket(buildTicket(1))
  await desk.addTicket(buildTicket(2))
  const again = await open()
  expect(again.listMembers()).toEqual([
    { id: 'a', name: null },
    { id: 'b', name: 'Rina' },
  ])
  expect(again.listTickets().map(({ ref }) => ref)).toEqual(['ABCDE-2', 'ABCDE-1'])
  expect(warnings).toEqual([])
})

test('a name is on the disk when naming has ended, whole and alone', async () => {
  const desk = await open()
  await desk.nameMember('a', 'Rina')
  expect(JSON.parse(await readFile(join(directory, 'members.json'), 'utf8'))).toEqual([{ id: 'a', name: 'Rina' }])
  expect(await readdir(directory)).toEqual(['members.json'])
})

test('a seed name stands until somebody gives or removes one', async () => {
  const seed = [
    { id: 'a', name: 'Dewi' },
    { id: 'b', name: 'Agus' },
  ]
  const desk = await open(seed)
  expect(desk.listMembers()).toEqual(seed)
  await desk.nameMember('a', '')
  expect((await open(seed)).listMembers()).toEqual([
    { id: 'a', name: null },
    { id: 'b', name: 'Agus' },
  ])
})

test('many writes at once lose nothing', async () => {
  const desk = await open()
  await Promise.all(Array.from({ length: 60 }, (_, index) => desk.addTicket(buildTicket(index))))
  await Promise.all(Array.from({ length: 60 }, (_, index) => desk.nameMember(`m${index}`, `Name ${index}`)))
  const again = await open()
  expect(again.listTickets()).toHaveLength(60)
  expect(again.listMembers().filter(({ name }) => name !== null)).toHaveLength(60)
})

test('the ledger keeps the newest lines only, and members have a bound', async () => {
  const desk = await open()
  await Promise.all(Array.from({ length: ledgerLines + 5 }, (_, index) => desk.addTicket(buildTicket(index))))
  expect(desk.listTickets()).toHaveLength(ledgerLines)
  expect(desk.listTickets()[0]?.ref).toBe(`ABCDE-${ledgerLines + 4}`)
  desk.noteMembers(Array.from({ length: memberLimit + 5 }, (_, index) => `m${index}`))
  expect(desk.listMembers()).toHaveLength(memberLimit)
  await desk.close()
})

test.each([
  ['half', '[{"id":"a","na'],
  ['of another shape', '{"a":"Rina"}'],
  ['empty', ''],
])('a file that is %s is kept aside, named, and not written over', async (_, text) => {
  await writeFile(join(directory, 'members.json'), text)
  const desk = await open()
  expect(desk.listMembers()).toEqual([])
  await desk.nameMember('b', 'Agus')
  const aside = (await readdir(directory)).find((name) => name.startsWith('members.json.damaged-'))
  expect(aside).toMatch(/damaged-\d{4}-\d{2}-\d{2}T/)
  expect(await readFile(join(directory, aside ?? ''), 'utf8')).toBe(text)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain(aside)
})

test('what a crash left half-written beside the file does no harm', async () => {
  await (await open()).nameMember('a', 'Rina')
  await writeFile(join(directory, 'members.json.new'), '[{"id"')
  const again = await open()
  expect(again.listMembers()).toEqual([{ id: 'a', name: 'Rina' }])
  await again.nameMember('a', 'Dewi')
  expect((await open()).listMembers()).toEqual([{ id: 'a', name: 'Dewi' }])
})

test('a name that cannot be written is refused and not shown', async () => {
  const desk = await open()
  await rm(directory, { recursive: true })
  await writeFile(directory, 'a file where the directory was')
  await expect(desk.nameMember('a', 'Rina')).rejects.toThrow()
  expect(desk.listMembers()).toEqual([])
  await rm(directory)
  await desk.nameMember('a', 'Rina')
  expect(desk.listMembers()).toEqual([{ id: 'a', name: 'Rina' }])
  await desk.close()
})

test('settings begin with the standard ones and are there after a reopening', async () => {
  const desk = await open()
  expect(desk.readSettings()).toEqual(standardSettings)
  const templates = [{ name: { en: 'Hello', id: 'Halo' }, en: 'Hello {name}', id: 'Halo {nama}' }]
  const next = { ...standardSettings, templates }
  expect(await desk.writeSettings({ templates })).toEqual(next)
  expect((await open()).readSettings()).toEqual(next)
  await writeFile(join(directory, 'settings.json'), '{"templates":[{}]}')
  expect((await open()).readSettings()).toEqual(standardSettings)
  expect(warnings).toHaveLength(1)
})

test('a template of before names had two languages keeps its one name in both', async () => {
  await writeFile(join(directory, 'settings.json'), '{"templates":[{"name":"Hello","en":"Hello {name}","id":""}]}')
  const [template] = (await open()).readSettings().templates
  expect(template).toEqual({ name: { en: 'Hello', id: 'Hello' }, en: 'Hello {name}', id: '' })
  expect(warnings).toHaveLength(0)
})

test('settings that cannot be written are refused and not shown', async () => {
  const desk = await open()
  await rm(directory, { recursive: true })
  await writeFile(directory, 'a file where the directory was')
  await expect(desk.writeSettings({ ...standardSettings, templates: [] })).rejects.toThrow()
  expect(desk.readSettings()).toEqual(standardSettings)
  await rm(directory)
  await desk.close()
})

test('settings of before windows could be set have the standard ones', async () => {
  await writeFile(join(directory, 'settings.json'), '{"templates":[]}')
  expect((await open()).readSettings()).toEqual({ ...standardSettings, templates: [] })
  expect(warnings).toHaveLength(0)
})

test('settings whose windows lack one keep the others, and the templates', async () => {
  await writeFile(join(directory, 'settings.json'), '{"templates":[],"windows":{"meta":48}}')
  const desk = await open()
  const windows = { ...standardSettings.windows, meta: 48 }
  expect(desk.readSettings()).toEqual({ ...standardSettings, templates: [], windows })
  expect(warnings).toHaveLength(0)
  await desk.close()
})

test('when an undelivered event was first seen is there after a reopening', async () => {
  const desk = await open()
  const row = (id: string) => ({ id, platform: 'meta', status: 'won', triedAt: null })
  desk.noteUnsent([row('a'), row('b')], 1000)
  desk.noteLeadChanges(new Map([['a', 400]]), 1000)
  await desk.close()
  const again = await open()
  again.noteUnsent([row('a')], 9000)
  again.noteUnsent([row('a')], 9500)
  // What happened while this server was not there was not watched.
  expect(again.readUnsentSeen()).toEqual({ watchingSince: 9000, seen: [['a', 400]], delivered: [['meta', 9000]] })
  await again.close()
})
