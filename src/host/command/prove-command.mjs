import process from 'node:process'
import { heading } from './checks.mjs'
import { prepareBuild } from './prepare.mjs'
import { runVitest } from './vitest-run.mjs'

/** The same tests with the full counts and real time of the safety page: tests read `process.env.PROVE === '1'`. */
export async function command() {
  await prepareBuild()
  heading('Tests beside the code, full counts')
  const { passed, failed } = await runVitest({ proving: true })
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}
