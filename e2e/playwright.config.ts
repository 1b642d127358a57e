import { defineConfig, devices } from '@playwright/test'
import { chromiumArguments } from './fixtures/chromium.ts'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // Each worker has a dashboard and a sandbox of its own.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  globalTimeout: 13 * 60_000,
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-US',
    timezoneId: 'Asia/Jakarta',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      // As root the browser's own sandbox cannot start.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [...chromiumArguments],
    },
  },
})
