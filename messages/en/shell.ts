export const shell = {
  description: 'Capture, refund and void authorized payments.',
  skip: 'Skip to the content',
  mainNavigation: 'Main',
  transactions: 'Transactions',
  overview: 'Overview',
  operations: 'Operations',
  audit: 'Audit',
  inReview: '{count, number} in review',
  sessionEnded:
    'Your session has ended, so this page no longer changes. <link>Sign in again</link> to see how things stand.',
  signedInAs: 'Signed in as',
  language: 'Language: {current}. Change to {next}',
} as const
