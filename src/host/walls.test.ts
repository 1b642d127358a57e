import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * Each file breaks one wall; the name tells which. `red`: who must see it. A project sees what its references refer
 * to, so that only the linter keeps pages and app from `api`, which `queries` refers to.
 */
const planted = [
  {
    file: 'src/browser/pages/leads/planted-key-room.ts',
    text: "export { createBff as planted } from '#bff/create-bff.ts'",
    red: ['types', 'lint'],
  },
  {
    file: 'src/browser/ui/planted-host.ts',
    text: "export { readEnvironment as planted } from '#host/environment.ts'",
    red: ['types', 'lint'],
  },
  { file: 'src/contract/planted-document.ts', text: 'export const planted = document.title', red: ['types'] },
  { file: 'src/contract/planted-process.ts', text: 'export const planted = process.env', red: ['types'] },
  {
    file: 'src/contract/planted-room.ts',
    text: "export { call as planted } from '#api/call.ts'",
    red: ['types', 'lint'],
  },
  {
    file: 'src/browser/pages/leads/planted-api.ts',
    text: "export { call as planted } from '#api/call.ts'",
    red: ['lint'],
  },
  {
    file: 'src/browser/pages/leads/planted-stranger.ts',
    text: "export { planted } from '../funnel/planted-target.ts'",
    red: ['lint'],
  },
  {
    file: 'src/browser/pages/leads/planted-chart.ts',
    text: "export { Bar as planted } from 'recharts'",
    red: ['lint'],
  },
  {
    file: 'src/browser/ui/planted-words.ts',
    text: "export { m as planted } from '#words/m.ts'",
    red: ['types', 'lint'],
  },
  {
    file: 'src/browser/words/planted-ui.ts',
    text: "export { Button as planted } from '#ui/button.tsx'",
    red: ['types', 'lint'],
  },
  {
    file: 'src/browser/queries/planted-parts.ts',
    text: "export { Page as planted } from '#parts/page.tsx'",
    red: ['types', 'lint'],
  },
  {
    file: 'src/browser/app/planted-api.ts',
    text: "export { call as planted } from '#api/call.ts'",
    red: ['lint'],
  },
  {
    file: 'src/browser/app/planted-query.ts',
    text: "export { useQueryClient as planted } from '@tanstack/react-query'",
    red: ['lint'],
  },
  {
    file: 'src/browser/app/planted-process.ts',
    text: 'export const planted = process.env.KONEKTOR_API_KEY',
    red: ['types'],
  },
  { file: 'src/browser/api/planted-fs.ts', text: "export { readFileSync as planted } from 'node:fs'", red: ['types'] },
  {
    file: 'src/bff/planted-desk.ts',
    text: "export { openDesk as planted } from '#desk/open-desk.ts'",
    red: ['types', 'lint'],
  },
  {
    file: 'src/desk/planted-sandbox.ts',
    text: "export { startSandbox as planted } from '#sandbox/start-sandbox.ts'",
    red: ['types', 'lint'],
  },
  {
    file: 'src/conformance/planted-sandbox.ts',
    text: "export { startSandbox as planted } from '#sandbox/start-sandbox.ts'",
    red: ['types', 'lint'],
  },
  { file: 'src/sandbox/planted-document.ts', text: 'export const planted = document.title', red: ['types'] },
  {
    file: 'src/host/planted-browser.ts',
    text: "export { call as planted } from '#api/call.ts'",
    red: ['types', 'lint'],
  },
  {
    file: 'src/host/planted-conformance.ts',
    text: "export { allClauses as planted } from '#conformance/all-clauses.ts'",
    red: ['types'],
  },
  {
    file: 'src/browser/app/planted-contract.ts',
    text: "export { roles as planted } from '#contract/roles.ts'",
    red: ['lint'],
  },
] as const

/** Not a fault by itself: what the stranger above asks for. */
const target = { file: 'src/browser/pages/funnel/planted-target.ts', text: 'export const planted = 1' }

const copied = ['src', 'package.json', 'tsconfig.json', '.biome.json', '.cache/types']
const root = resolve('.')
let output: Readonly<Record<'types' | 'lint', string>>
const copy = mkdtempSync(join(tmpdir(), 'konektor-walls-'))

function outputOf(script: string, args: readonly string[]): string {
  const program = join(root, 'node_modules', script)
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return stdout + stderr
}

describe('the walls between the rooms', () => {
  beforeAll(() => {
    for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true, force: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const { file, text } of [...planted, target]) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), `${text}\n`)
    }
    output = {
      types: outputOf('typescript/bin/tsc', ['-b', '--pretty', 'false', 'src/tsconfig.tests.json']),
      lint: outputOf('@biomejs/biome/bin/biome', [
        'lint',
        '--vcs-enabled=false',
        '--max-diagnostics=none',
        '--only=style/noRestrictedImports',
        'src',
      ]),
    }
  }, 120_000)
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  test.each(planted)('$file is seen', ({ file, red }) => {
    for (const guard of red) expect(output[guard].replaceAll('\\', '/'), guard).toContain(file)
  })

  test('what breaks none is not red', () => {
    expect(output.types).not.toContain(target.file)
    expect(output.lint).not.toContain(target.file)
  })
})
