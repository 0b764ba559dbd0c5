import { ensureTestServer } from '@/scripts/testing/test-server'
import { bundlePrograms } from './bundled-programs'

/**
 * Runs the database server of the integration tests unless the test command runs one already, and
 * bundles the programs that they start.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const [server, removePrograms] = await Promise.all([ensureTestServer(), bundlePrograms()])
  return async () => {
    removePrograms()
    await server.stop()
  }
}
