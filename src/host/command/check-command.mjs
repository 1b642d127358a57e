import process from 'node:process'
import { runChecks } from './checks.mjs'
import { prepare } from './prepare.mjs'

/** The fast guards: types, lint, dead weight. */
export async function command() {
  await prepare()
  const { passed, failed } = await runChecks()
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
}
