import type { Channel } from '../channels'
import { CODE } from './codes'

/** The code of a success on this channel (fact sheet §15). */
export function successCode(channel: Channel, testMode?: string): string {
  if (channel.live) return CODE.live
  return testMode === 'EXTERNAL' ? CODE.connectorTest : CODE.internalTest
}
