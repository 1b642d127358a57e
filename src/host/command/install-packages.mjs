import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { CommandFault, run, runNode } from './run.mjs'
import { isStamped, sourceHash } from './source-hash.mjs'

const stampFile = 'node_modules/.lock-hash'

/** True where npm's own note of what is installed names every package of the lock file in its version. */
function isInstalledByHand() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' ||
      (present[path] === undefined ? optional || devOptional || peer : present[path].version === version),
  )
}

/** Installs exactly what the lock file says, without running any package's scripts, unless that was done before. */
export async function installPackages() {
  const hash = sourceHash(['package-lock.json'])
  if (isStamped(stampFile, hash)) return
  if (!isInstalledByHand()) {
    process.stdout.write('Installing packages …\n')
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const npm = process.env.npm_execpath
    const code = npm?.endsWith('.js')
      ? await runNode([npm, ...args])
      : await run('npm', args, { shell: process.platform === 'win32' })
    if (code !== 0) throw new CommandFault('The packages could not be installed; the lines above say why.')
  }
  writeFileSync(stampFile, hash)
}
