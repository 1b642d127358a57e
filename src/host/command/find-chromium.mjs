import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { CommandFault, run, runNode } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath() {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(directory, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        // Not here.
      }
    }
  }
  return null
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) ? file : null
}

async function debians() {
  if (!existsSync('/usr/bin/apt-get')) return null
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const [program, ...args] = [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium']
  await run(program, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } }).catch(() => 1)
  return onPath()
}

/** A Chromium: the one named, an installed one, Playwright's, or Debian's package; says which. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new CommandFault('CHROMIUM_PATH names a file that does not exist.')
    return tell(named, 'named by CHROMIUM_PATH')
  }
  const installed = onPath()
  if (installed !== null) return tell(installed, 'installed')
  const own = await playwrightsOwn()
  if (own !== null) return tell(own, 'downloaded by Playwright')
  process.stdout.write('No Chromium is installed; trying Playwright’s download …\n')
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  const downloaded = await playwrightsOwn()
  if (downloaded !== null) return tell(downloaded, 'downloaded by Playwright')
  process.stdout.write('The download did not work; trying Debian’s package …\n')
  const packaged = await debians()
  if (packaged !== null) return tell(packaged, 'Debian’s package')
  throw new CommandFault('No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH.')
}

function tell(file, how) {
  process.stdout.write(`Chromium: ${file} (${how})\n`)
  return file
}
