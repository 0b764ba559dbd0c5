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

let ownPayments: Readonly<Record<string, string>> = {}

/** Replaces the world's payments in this process; by name, with the provider's ids. */
export function replacePayments(ids: Readonly<Record<string, string>>): void {
  ownPayments = ids
}

/** The provider's id of a journey's payment. */
export function providerIdOf(name: JourneyPayment): string {
  const id = ownPayments[name] ?? world().journeyPayments[name]
  if (id === undefined) throw new Error(`there is no payment ${name}`)
  return id
}
