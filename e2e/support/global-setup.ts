import { findBrowser } from '@/scripts/browser'
import { ensureBuilt } from '@/scripts/application/build'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { startWorld } from './world'

/** Prepares everything the browser tests need that the test command has not prepared yet. */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.PAYDESK_BROWSER ??= JSON.stringify(await findBrowser())
  const server = await ensureTestServer()
  await ensureBuilt()
  const stopWorld = await startWorld()
  return async () => {
    await stopWorld()
    await server.stop()
  }
}
