/** Pages that are not there, or could not be shown. */
export const trouble = {
  notFound: {
    pageTitle: 'Not found',
    title: 'There is no such page',
    meaning: 'The address may be mistyped, or what it led to has moved.',
    toTransactions: 'Go to the transactions',
  },
  broken: {
    pageTitle: 'Something went wrong',
    title: 'This page could not be shown',
    meaning:
      'No payment was changed by this. What was already sent to a provider keeps being followed up.',
  },
  tryAgain: 'Try again',
  error: 'Error {digest}',
} as const
