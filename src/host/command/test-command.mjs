import process from 'node:process'
import { heading, runChecks } from './checks.mjs'
import { findChromium } from './find-chromium.mjs'
import { runPlaywright } from './playwright-run.mjs'
import { prepare, prepareBuild } from './prepare.mjs'
import { runVitest } from './vitest-run.mjs'

/** One part of the sum; a part that broke in words counts as a failure, and the others still run. */
async function part(title, work) {
  heading(title)
  try {
    return (await work()) ?? { passed: 1, failed: 0 }
  } catch (error) {
    process.stdout.write(`${error.message}\n`)
    return { passed: 0, failed: 1 }
  }
}

/** Every check there is; the last line is the sum. */
export async function command() {
  const parts = [await part('Packages and words', prepare)]
  parts.push(await runChecks())
  parts.push(await part('Build', prepareBuild))
  parts.push(await part('Tests beside the code', () => runVitest({ proving: false })))
  parts.push(await part('Journeys in a browser', async () => runPlaywright(await findChromium())))
  const passed = parts.reduce((sum, one) => sum + one.passed, 0)
  const failed = parts.reduce((sum, one) => sum + one.failed, 0)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}
