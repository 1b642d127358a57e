import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdDesk, shareDesk } from './hold-desk.ts'

test('a server that shares its desk starts beside others that do, not beside one that holds it alone', () => {
  const directory = mkdtempSync(join(tmpdir(), 'konektor-hold-'))
  const alone = holdDesk(directory)
  expect(() => shareDesk(directory)).toThrow(`in use by process ${process.pid}`)
  alone.release()
  shareDesk(directory)
  shareDesk(directory)
  rmSync(directory, { recursive: true, force: true })
})
