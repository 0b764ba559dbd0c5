import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const INTEGRATION = '**/*.integration.test.ts'
/** What needs packages of the operating system. */
const OPS = '**/*.ops.test.ts'
const NOT_OURS = ['node_modules/**', '.next/**', '.cache/**', '.paydesk/**']

export default defineConfig(({ mode }) => ({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  cacheDir: '.cache/vitest',
  test: {
    // The database and the sandbox of the integration tests want a share of the machine too.
    maxWorkers: 2,
    isolate: false,
    setupFiles: 'testing/fresh-start.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // A restart of the sandbox takes its time on a busy machine.
          testTimeout: 20_000,
          env: { PAYDESK_ODD_PAYLOADS: mode === 'properties' ? '10000' : '600' },
          include: [
            '{lib,db,messages,components,app,sandbox,scripts,testing,e2e,bench}/**/*.test.{ts,tsx}',
          ],
          exclude: [INTEGRATION, OPS, ...NOT_OURS],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [INTEGRATION],
          exclude: NOT_OURS,
          globalSetup: 'testing/integration-setup.ts',
          // The summary of `npm test` names what passes only then.
          retry: 1,
          env: { PAYDESK_CLOCK_HOLDS: mode === 'long' ? '1000' : '60' },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'ops',
          include: [OPS],
          exclude: NOT_OURS,
          globalSetup: 'testing/integration-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}))
