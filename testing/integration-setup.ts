import { ensureTestServer } from '@/scripts/testing/test-server'

/** Runs the database server of the integration tests unless the test command runs one already. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await ensureTestServer()
  return () => server.stop()
}
