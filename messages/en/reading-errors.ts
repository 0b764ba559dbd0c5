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
} as const
