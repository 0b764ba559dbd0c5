/**
 * How figures and dates are written, in one place. Money is grouped as Nordic staff expect it;
 * the words around it are English, so dates are too. Times are those of the business.
 */
export const LOCALE = {
  money: 'nb-NO',
  dates: 'en-GB',
  timeZone: 'Europe/Oslo',
} as const
