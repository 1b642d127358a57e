import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runToEnd } from './testing/running-server.ts'
import { temporaryRoot } from './testing/temporary-root.ts'

test('a build that fails says why, and nothing that only followed from it', async () => {
  const root = temporaryRoot('')
  writeFileSync(join(root.path, 'src/browser/main.tsx'), "import './a-file-that-is-not-there.ts'\n")
  const { code, output } = await runToEnd(
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', join(root.path, 'built')],
    root.path,
  )
  root.remove()
  expect(code).not.toBe(0)
  expect(output).toContain('a-file-that-is-not-there')
  expect(output).not.toMatch(/ENOENT|scandir/)
})
