import process from 'node:process'
import { findChromium } from './find-chromium.mjs'
import { prepareBuild } from './prepare.mjs'
import { runNode } from './run.mjs'

/** Measures, and compares with the floors of the same run. */
export async function command(flags) {
  await prepareBuild()
  const env = { NODE_ENV: 'production', CHROMIUM_PATH: await findChromium() }
  process.exitCode = await runNode(['--import', 'tsx', 'e2e/bench/run.ts', ...flags], { env })
}
