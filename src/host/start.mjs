// Entry of every npm command. Built-ins only: it runs before anything is installed.
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node.js 20.19 or later is needed; this is ${process.versions.node}. See https://nodejs.org\n`)
  process.exit(1)
}

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

const { CommandFault } = await import('./command/run.mjs')

/** @type {Record<string, () => Promise<{ [name: string]: (flags: string[]) => Promise<void> }>>} */
const commands = {
  start: () => import('./command/start-command.mjs'),
  dev: () => import('./command/dev-command.mjs'),
  check: () => import('./command/check-command.mjs'),
  test: () => import('./command/test-command.mjs'),
  prove: () => import('./command/prove-command.mjs'),
  bench: () => import('./command/bench-command.mjs'),
  sandbox: () => import('./command/sandbox-command.mjs'),
  conformance: () => import('./command/conformance-command.mjs'),
  words: () => import('./command/words-command.mjs'),
  migration: () => import('./command/migration-command.mjs'),
}

const [name = 'start', ...flags] = process.argv.slice(2)
const load = commands[name]
if (load === undefined) {
  process.stderr.write(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.\n`)
  process.exit(1)
}
try {
  await (await load()).command(flags)
} catch (error) {
  // A fault has been told in words; anything else is a fault of ours and shows where.
  const plain = error instanceof CommandFault || error?.name === 'StartFault'
  process.stderr.write(`${plain ? error.message : error.stack}\n`)
  process.exit(1)
}
