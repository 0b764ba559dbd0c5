/** What expires: its sections, and the same as a filter of every list. */
export const expiring = {
  endToday: '{count} today',
  due: {
    today: 'Today',
    tomorrow: 'Tomorrow',
    week: 'This week',
    later: 'Later',
    passed: 'Passed',
    unknown: 'No date known',
  },
  sections: {
    until: 'to {day}',
    after: 'after {day}',
    goesOn: '(goes on)',
    passedNote:
      'The date has passed, so the money may be released at any moment. It can still be tried: a refused capture moves nothing.',
    tries: 'Can still be tried: {what}',
    noTry: 'Nothing that you can try here.',
    try: { capture: 'capture', extend_authorization: 'ask for more time', void: 'release it' },
    showPassed: 'Show all that has passed as a list',
  },
  reckoned:
    '≈ Reckoned from what is usual for the method, because the provider gave no date. A date without this sign is the provider’s.',
} as const
