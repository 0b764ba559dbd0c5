/** What a page says when it could not be read. */
export const readingErrors = {
  list: {
    title: 'The transactions could not be read',
    text: 'No payment was changed by this. It is usually over in a moment.',
  },
  payment: {
    title: 'This payment could not be read',
    text: 'Reading changes nothing: what was asked for before is still followed up.',
  },
  operations: {
    title: 'The open operations could not be read',
    text: 'Reading changes nothing: what is open is still followed up.',
  },
  operation: {
    title: 'This operation could not be read',
    text: 'Reading changes nothing: as long as it is open, it is still followed up.',
  },
  overview: {
    title: 'The figures could not be read',
    text: 'No money is involved in showing this page, and nothing was changed. Try again.',
  },
  audit: {
    title: 'The audit page could not be shown',
    text: 'The audit trail itself is not touched by this.',
  },
} as const
