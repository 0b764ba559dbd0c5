/** Looking at the provider at a person’s wish. */
export const check = {
  action: 'Check now',
  looking: 'Looking…',
  lookingAt: 'Looking at {provider}',
  looked: 'Looked just now. {found}',
  nothingNew: 'Looked just now. Nothing new was found.',
  spared: '{provider} was looked at a moment ago. Wait a little before the next look.',
} as const
