import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runToEnd } from './running-server.ts'

const copied = [
  'src',
  'public',
  'index.html',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'tailwind.config.ts',
  'e2e/tsconfig.json',
]

/** Builds what `npm start` would serve, where sources have changed since. */
export async function ensureBuild(): Promise<void> {
  const script = "import('./src/host/command/prepare.mjs').then(({ prepareBuild }) => prepareBuild())"
  const { code, output } = await runToEnd(['-e', script], '.')
  if (code !== 0) throw new Error(output)
}

/** A copy of the project with a `.env` of its own, so that a test never meets that of the person who runs it. */
export function temporaryRoot(environmentFile: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'konektor-root-'))
  for (const name of copied) if (existsSync(name)) cpSync(name, join(path, name), { recursive: true })
  for (const name of ['node_modules', 'dist']) symlinkSync(resolve(name), join(path, name))
  writeFileSync(join(path, '.env'), environmentFile)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
