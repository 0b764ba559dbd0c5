import { mapProfiles } from '@/lib/providers/profiles'

/**
 * Limits of the instances, short enough that hours of waiting fit into seconds. They keep the order
 * of the real limits: a check outlasts its reads, a deadline its sends.
 */
export const SHORT_LIMITS = {
  database: {
    poolSize: 9,
    connectTimeoutMs: 2_000,
    queryDeadlineMs: 2_500,
    statementTimeoutMs: 2_000,
  },
  provider: {
    connectTimeoutMs: 600,
    writeTimeoutMs: 900,
    readTimeoutMs: 1_200,
    responseBytes: 1_500_000,
  },
  providers: {
    ...mapProfiles(() => ({ settleWindowMs: 3_000 })),
    oppwa: { readSpacingMs: 100, settleWindowMs: 3_000 },
  },
  operation: {
    sendDeadlineMs: 6_000,
    intentDeadlineMs: 3_000,
  },
  repair: {
    delaysMs: [150, 350, 700, 1_200, 2_000, 3_000],
    dailyMs: 3_000,
    dailyChecks: 4,
    absenceReadSpacingMs: 300,
    pollMs: 60,
    claim: { limit: 10, leaseMs: 3_500 },
  },
  webhook: {
    bodyBytes: 20_000,
    pollMs: 60,
    claim: { limit: 10, leaseMs: 3_500 },
  },
  page: { providerList: 50 },
} as const

/** Longer than any operation stays open before repair hands it to review. */
export const QUIET_LIMIT_MS = 45_000
