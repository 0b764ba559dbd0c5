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
    readLimitWindowMs: 1_525,
    limitedWaitMs: 750,
  },
  providers: {
    ...mapProfiles(() => ({ settleWindowMs: 3_000 })),
    oppwa: { readSpacingMs: 100, settleWindowMs: 3_000 },
  },
  operation: {
    startDeadlineMs: 6_000,
    sendDeadlineMs: 6_000,
  },
  repair: {
    delaysMs: [150, 350, 700, 1_200, 2_000, 3_000],
    dailyMs: 3_000,
    dailyChecks: 4,
    absenceReadSpacingMs: 300,
    pollMs: 60,
    claim: { limit: 10, leaseMs: 3_500 },
  },
  batch: { run: { slots: 2, atLeast: 1, leaseMs: 9_000, pollMs: 100 } },
  webhook: {
    bodyBytes: 20_000,
    pollMs: 60,
    claim: { limit: 10, leaseMs: 3_500 },
  },
  page: { providerList: 50 },
} as const

/** A minute as the provider counts reads by it, in the measure of these limits: a fortieth. */
export const PROVIDER_MINUTE_MS = 1_500

/**
 * The longest that a lost answer may stay open after its sender has given up, with reads working: the
 * settle window and a minute, and a lease for a check that one of the other faults has ended. Each
 * instance that dies meanwhile, and each outage, may cost another lease.
 */
export function lostAnswerLimitMs(disturbances: number): number {
  const { providers, repair } = SHORT_LIMITS
  const leasesMs = (1 + disturbances) * repair.claim.leaseMs
  return providers.oppwa.settleWindowMs + PROVIDER_MINUTE_MS + leasesMs
}

/** Longer than any operation stays open before repair hands it to review. */
export const QUIET_LIMIT_MS = 45_000
