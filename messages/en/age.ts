/** How long ago, how long still. */
export const age = {
  seconds: '{count, number} s',
  minutes: '{count, number} min',
  hours: '{count, number} h',
  days: '{count, number} d',
  justNow: 'just now',
  ago: '{duration} ago',
  left: 'in {duration}',
  passed: 'passed {duration} ago',
  bothTimes: '{business}; {own} where you are',
} as const
