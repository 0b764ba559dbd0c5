import type { Participant } from '../plan/participant'
import { BAMBORA_CHECKOUT } from './bambora-checkout'
import { BAMBORA_NATIVE } from './bambora-native'
import { DINTERO } from './dintero'
import { OPPWA } from './oppwa'

export const PARTICIPANTS: readonly Participant[] = [
  DINTERO,
  BAMBORA_CHECKOUT,
  BAMBORA_NATIVE,
  OPPWA,
]

/** The position of the sandbox's switches in a seed: they take turns among a provider's own seeds. */
export function switchesFor({ switches }: Participant, seed: number): object {
  const turn = Math.floor((seed - 1) / PARTICIPANTS.length)
  return switches[turn % switches.length] ?? {}
}

/** Whose turn a seed is: seeds take turns among the providers. */
export function participantFor(seed: number): Participant {
  const participant = PARTICIPANTS[(seed - 1) % PARTICIPANTS.length]
  if (participant === undefined) throw new Error(`${seed} is no seed`)
  return participant
}
