/**
 * When repair reads the provider after an outcome stayed open: after each of these delays, and then
 * daily for a week.
 */
export const CHECK_SCHEDULE = {
  delaysMs: [5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000],
  dailyMs: 86_400_000,
  dailyChecks: 7,
}
