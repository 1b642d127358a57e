import { existsSync, readFileSync, rmSync } from 'node:fs'
import { runNode } from './run.mjs'

const reportFile = '.cache/playwright.json'

/** Runs the journeys in a real Chromium, once. A test that passed only when repeated has failed. */
export async function runPlaywright(chromium) {
  rmSync(reportFile, { force: true })
  const code = await runNode(
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    { env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile } },
  )
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(reportFile, 'utf8')).stats
  const failed = unexpected + flaky
  return { passed: expected, failed: code !== 0 && failed === 0 ? 1 : failed }
}
