import { bundleProgram } from '@/scripts/bundle'
import { ensureTestServer } from '@/scripts/testing/test-server'

/**
 * Runs the database server of the integration tests unless the test command runs one already, and
 * bundles the sandbox, of which nearly every test file starts one.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const [server, program] = await Promise.all([
    ensureTestServer(),
    bundleProgram({ entry: 'sandbox/main.ts', name: 'sandbox' }),
  ])
  process.env.TEST_SANDBOX_PROGRAM = program
  return () => server.stop()
}
