import { readFileSync } from 'node:fs'
import { findBrowser } from '@/scripts/browser'
import { ensureBuilt } from '@/scripts/application/build'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { bundlePrograms } from '@/testing/bundled-programs'
import { APPLICATION_LOG, startWorld } from './world'

/** Bounds that tests would only wait for, shortened; `LIMITS` has them in the test processes too. */
const SHORT_WAITS = {
  edge: { bodyMs: 4_000 },
  webhook: { pollMs: 200 },
  repair: { pollMs: 300 },
  reread: { pollMs: 1_500, againMs: 1_000 },
  import: { background: { pollMs: 500 } },
  rules: { run: { pollMs: 1_000 } },
}

/** Prepares everything the browser tests need that the test command has not prepared yet. */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.PAYDESK_BROWSER ??= JSON.stringify(await findBrowser())
  const [server, removePrograms] = await Promise.all([ensureTestServer(), bundlePrograms()])
  await ensureBuilt()
  process.env.PAYDESK_LIMITS = JSON.stringify(SHORT_WAITS)
  const stopWorld = await startWorld()
  return async () => {
    await stopWorld()
    removePrograms()
    await server.stop()
    expectKnownNames()
  }
}

/**
 * Fails when the application met a name that it does not know. Types and all other tests read the
 * sources, so only the log of the built code shows that the build has broken one.
 */
function expectKnownNames(): void {
  const lines = readFileSync(APPLICATION_LOG, 'utf8').split('\n')
  const broken = lines.filter((line) => line.includes('"type":"ReferenceError"'))
  if (broken.length > 0) throw new Error(`The build is broken:\n${broken.join('\n')}`)
}
