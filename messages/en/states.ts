export const states = {
  intended: 'Starting',
  sending: 'Sending',
  pending: 'Pending',
  unknown: 'Checking',
  needs_review: 'Needs review',
  succeeded: 'Done',
  refused: 'Refused',
  not_sent: 'Not done',
  abandoned: 'Not started',
} as const
