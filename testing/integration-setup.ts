import { bundleProgram } from '@/scripts/bundle'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { bundleTestedCommands } from './tested-commands'

/**
 * Runs the database server of the integration tests unless the test command runs one already, and
 * bundles what they start again and again: the sandbox and the commands.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const [server, program, removeCommands] = await Promise.all([
    ensureTestServer(),
    bundleProgram({ entry: 'sandbox/main.ts', name: 'sandbox' }),
    bundleTestedCommands(),
  ])
  process.env.TEST_SANDBOX_PROGRAM = program
  return async () => {
    removeCommands()
    await server.stop()
  }
}
