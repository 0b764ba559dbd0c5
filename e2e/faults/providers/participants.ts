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

/** The sandbox settings of a seed; they alternate among a provider's own seeds. */
export function settingsFor({ settings }: Participant, seed: number): object {
  const turn = Math.floor((seed - 1) / PARTICIPANTS.length)
  return settings[turn % settings.length] ?? {}
}

/** The provider of a seed; seeds alternate among the providers. */
export function participantFor(seed: number): Participant {
  const participant = PARTICIPANTS[(seed - 1) % PARTICIPANTS.length]
  if (participant === undefined) throw new Error(`${seed} is no seed`)
  return participant
}

/** @throws when the text is no provider */
export function participantNamed(text: string): Participant {
  const participant = PARTICIPANTS.find(({ provider }) => provider === text)
  if (participant !== undefined) return participant
  const names = PARTICIPANTS.map(({ provider }) => provider).join(', ')
  throw new Error(`a provider is one of ${names}, not ${text}`)
}
