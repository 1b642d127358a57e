import { existsSync, readFileSync, rmSync } from 'node:fs'
import { runNode } from './run.mjs'

const reportFile = '.cache/vitest.json'

/** Runs the tests beside the code. A file that could not be loaded, or a run that broke, is one failure. */
export async function runVitest({ proving }) {
  rmSync(reportFile, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const code = await runNode(['node_modules/vitest/vitest.mjs', ...args], { env: proving ? { PROVE: '1' } : {} })
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(reportFile, 'utf8'))
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + broken
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}
