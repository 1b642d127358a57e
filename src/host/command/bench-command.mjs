import process from 'node:process'
import { findChromium } from './find-chromium.mjs'
import { prepareBuild } from './prepare.mjs'
import { runNode } from './run.mjs'
import { withPostgres } from './throwaway-postgres.mjs'

/** Measures, and compares with the floors of the same run. */
export async function command(flags) {
  await prepareBuild()
  const env = { NODE_ENV: 'production', CHROMIUM_PATH: await findChromium() }
  const run = (databaseUrl) =>
    runNode(['--import', 'tsx', 'e2e/bench/run.ts', ...flags], {
      env: databaseUrl === null ? env : { ...env, TEST_DATABASE_URL: databaseUrl },
    })
  const needsServer = flags.length === 0 || flags.includes('sandbox')
  process.exitCode = await (needsServer ? withPostgres(run) : run(null))
}
