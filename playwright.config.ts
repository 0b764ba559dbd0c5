import { defineConfig } from '@playwright/test'
import { browserFromEnvironment, launchOptions } from './scripts/browsers/candidate'

// Set by the global set-up, before the processes that run the tests read this file again.
const { PAYDESK_E2E_URL: baseURL } = process.env

/** What takes long and rarely breaks is left to a command of its own. */
const DESKTOP = { browserName: 'chromium', viewport: { width: 1280, height: 800 } } as const

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/playwright',
  globalSetup: './e2e/support/global-setup.ts',
  workers: 2,
  // The summary of `npm test` names what passes only then.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    ...(baseURL && { baseURL }),
    launchOptions: launchOptions(browserFromEnvironment()),
    // A trace of every test would take a fifth of the time; `--trace on` makes one.
    trace: 'off',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
  },
  projects: [
    // First, because what takes longest begins first: the journeys run beside it.
    { name: 'states', testMatch: 'states/**/*.spec.ts', grepInvert: /@long/, use: DESKTOP },
    { name: 'journeys', testMatch: 'journeys/**/*.spec.ts', grepInvert: /@long/, use: DESKTOP },
    { name: 'long', grep: /@long/, use: DESKTOP },
  ],
})
