import type { Catalogue } from '../catalogue'

export const age: Catalogue<'age'> = {
  seconds: '{count, number} s',
  minutes: '{count, number} min',
  hours: '{count, number} t',
  days: '{count, number} d',
  justNow: 'akkurat nå',
  ago: 'for {duration} siden',
  left: 'om {duration}',
  passed: 'gikk ut for {duration} siden',
  bothTimes: '{business}; {own} der du er',
}
