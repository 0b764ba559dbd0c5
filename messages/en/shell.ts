export const shell = {
  description: 'Capture, refund and void authorized payments.',
  skip: 'Skip to the content',
  mainNavigation: 'Main',
  transactions: 'Transactions',
  overview: 'Overview',
  operations: 'Operations',
  audit: 'Audit',
  inReview: '{count, number} in review',
  signedInAs: 'Signed in as',
  language: 'Language: {current}. Change to {next}',
} as const
