import { addUnwellConnections } from '@/testing/unwell-connections'
import { world } from './journey'

export { FAILING_CONNECTION } from '@/testing/unwell-connections'

/** Adds connections that do not work, for pictures; see `addUnwellConnections`. */
export function showConnections(): Promise<void> {
  return addUnwellConnections(world())
}
