import { makeStandalone, STANDALONE } from './standalone/build'
import { requireNode } from './node-version'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from './processes/shutdown'
import { step } from './progress'

/** Makes the folder that runs without this one: for an image, or a machine of its own. */
async function main(): Promise<void> {
  requireNode()
  stopOnSignals({ exitCode: 130 })
  await step('Standalone build', makeStandalone)
  console.log(`Copy ${STANDALONE.join('/')} to where it runs: node server.js, node paydesk.js.`)
  await exitAfterStopping(0)
}

main().catch(failAfterStopping)
