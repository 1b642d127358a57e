import { cpSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { CommandFault, runNode } from './run.mjs'
import { isStamped, sourceHash } from './source-hash.mjs'

const stampFile = 'dist/.stamp'
const sources = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'tailwind.config.ts',
  'package.json',
  'package-lock.json',
]

/** What cannot change the build: tests, and what is made from sources. */
function isSource(file) {
  return !/\.test\.tsx?$|test-setup|[\\/]compiled[\\/]|[\\/]project\.inlang[\\/](?!settings)|[\\/]host[\\/](command|testing)[\\/]/.test(
    file,
  )
}

/** Builds pages and server into `dist`, unless the sources are as they were. */
export async function build() {
  const hash = sourceHash(sources, isSource)
  if (isStamped(stampFile, hash)) return
  process.stdout.write('Building …\n')
  rmSync(stampFile, { force: true })
  const vite = 'node_modules/vite/bin/vite.js'
  for (const args of [['build'], ['build', '--ssr']]) {
    const code = await runNode([vite, ...args, '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } })
    if (code !== 0) throw new CommandFault('The build failed; the lines above say why.')
  }
  // Read at run time, beside the built sandbox.
  cpSync('src/sandbox/store/migrations', 'dist/server/migrations', { recursive: true })
  writeFileSync(stampFile, hash)
}
