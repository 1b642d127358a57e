import { expect, test } from 'vitest'
import { errorFields, openLog } from './log.ts'

function lines(write: (log: ReturnType<typeof openLog>) => void): Record<string, unknown>[] {
  const written: string[] = []
  write(openLog('info', { write: (line) => void written.push(line) }))
  return written
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('drops every field that is not on the list', () => {
  const secret = { route: '/bff/leads', phone: '6281234567890', query: 'search=Budi', authorization: 'Bearer x' }
  const [line] = lines((log) => log.info(secret as never))
  expect(line).toMatchObject({ route: '/bff/leads' })
  expect(Object.keys(line ?? {}).sort()).toEqual(['level', 'route', 'time'])
})

test('cannot be made to forge a line', () => {
  expect(lines((log) => log.info({ route: '/x\n{"level":60,"event":"forged"}\r\n' }))).toHaveLength(1)
})

test('says where an error was thrown, not what it said', () => {
  const fields = errorFields(new TypeError('Budi Santoso 6281234567890'))
  expect(JSON.stringify(fields)).not.toContain('Budi')
  expect(fields).toMatchObject({ errorName: 'TypeError' })
  expect(JSON.stringify(fields)).toContain('log.test.ts')
})
