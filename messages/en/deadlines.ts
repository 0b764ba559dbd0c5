/** Whose word a capture deadline is. */
export const deadlines = {
  provider: 'Date from the provider',
  usual_for_method: 'Usual for this method; the provider gave no date',
} as const
