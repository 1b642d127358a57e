import { existsSync, readFileSync, rmSync } from 'node:fs'
import { runNode } from './run.mjs'
import { withPostgres } from './throwaway-postgres.mjs'

const reportFile = '.cache/vitest.json'

/** Runs the tests beside the code, on a PostgreSQL server too where there is one. A file that could not be loaded, or a run that broke, is one failure. */
export function runVitest({ proving }) {
  return withPostgres((databaseUrl) => {
    const server = databaseUrl === null ? {} : { TEST_DATABASE_URL: databaseUrl }
    return run(proving ? { ...server, PROVE: '1' } : server)
  })
}

async function run(env) {
  rmSync(reportFile, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const code = await runNode(['node_modules/vitest/vitest.mjs', ...args], { env })
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 }
  const result = JSON.parse(readFileSync(reportFile, 'utf8'))
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = result.numFailedTests + broken
  return { passed: result.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}
