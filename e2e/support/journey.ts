import { SandboxControl } from '@/testing/sandbox-control'
import type { JourneyPayment } from './journey-payments'
import { currentWorld, type World } from './world'

/** The running world; throws outside of the browser tests. */
export function world(): World {
  const found = currentWorld()
  if (found === undefined) throw new Error('Run the browser tests with npm run test:e2e.')
  return found
}

/** The control API of the sandbox behind the application. */
export function sandbox(): SandboxControl {
  return new SandboxControl(world().sandboxUrl)
}

/** The provider's id of a journey's payment. */
export function providerIdOf(name: JourneyPayment): string {
  const id = world().journeyPayments[name]
  if (id === undefined) throw new Error(`there is no payment ${name}`)
  return id
}
