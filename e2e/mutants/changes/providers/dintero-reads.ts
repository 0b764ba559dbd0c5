import type { MutatedFile } from '../../mutant'

/** What Dintero tells us. */
export const DINTERO_READS: readonly MutatedFile[] = [
  {
    file: 'lib/providers/dintero/mapper.ts',
    tests: [
      'lib/providers/dintero/mapper.test.ts',
      'lib/providers/dintero/mapper-malformed.test.ts',
    ],
    mutants: [
      {
        effect: 'misspelt status unknown: such a payment cannot be worked on',
        find: `  PARTICALLY_CAPTURED_REFUNDED: 'open',
`,
        replace: '',
      },
      {
        effect: 'refunded in part unknown',
        find: `  PARTIALLY_REFUNDED: 'open',
`,
        replace: '',
      },
      {
        effect: 'on hold may be worked on',
        find: "ON_HOLD: 'on_hold'",
        replace: "ON_HOLD: 'open'",
      },
      {
        effect: 'a payment whose events or sums cannot be is shown as read',
        find: 'if (problem !== null || createdAt === undefined) {',
        replace: 'if (createdAt === undefined) {',
      },
      { effect: 'an unknown status may be worked on', find: "?? 'unknown'", replace: "?? 'open'" },
      {
        effect: 'VAT rates lose their decimals',
        find: 'basisPointsOf(item.vat)',
        replace: 'basisPointsOf(Math.round(item.vat ?? 0))',
      },
      {
        effect: 'a deadline where nothing is held',
        find: 'heldMinor(totals) > 0 ? captureDeadline',
        replace: 'heldMinor(totals) >= 0 ? captureDeadline',
      },
      {
        effect: 'a company is reported as a person',
        find: "isBusiness: (find('businessName') ?? find('organizationNumber')) !== null",
        replace: 'isBusiness: false',
      },
      {
        effect: 'a payment that never changed has no time',
        find: 'updatedAt: transaction.updated_at ?? createdAt',
        replace: 'updatedAt: transaction.updated_at ?? new Date(0)',
      },
    ],
  },
  {
    file: 'lib/providers/dintero/totals.ts',
    tests: ['lib/providers/dintero/totals.test.ts'],
    mutants: [
      {
        effect: 'a refund that only the status shows is made again',
        find: 'statedSums.find((sum) => sums[sum] <= 0)',
        replace: 'statedSums.find((sum) => sums[sum] < 0)',
      },
      {
        effect: 'a capture on a payment that was never granted is hidden',
        find: '!isGranted(transaction) && (sums.captured > 0 || sums.refunded > 0)',
        replace: '!isGranted(transaction) && sums.captured < 0',
      },
      {
        effect: 'remaining void amount not checked',
        find: 'Math.max(correction.remaining_capture_amount, correction.remaining_void_amount)',
        replace: 'correction.remaining_capture_amount',
      },
      {
        effect: 'remaining capture amount not checked',
        find: 'Math.max(correction.remaining_capture_amount, correction.remaining_void_amount)',
        replace: 'correction.remaining_void_amount',
      },
      {
        effect: 'a corrected capture forgets refunds',
        find: 'isRefund ? sums.captured : sums.refunded + left',
        replace: 'isRefund ? sums.captured : left',
      },
      {
        effect: 'a corrected refund counts as captured',
        find: 'const isRefund = name.endsWith',
        replace: 'const isRefund = !name.endsWith',
      },
      {
        effect: 'events inside a correction count twice',
        find: 'if (!included.has(event.id)) sums = applied',
        replace: 'sums = applied',
      },
      {
        effect: 'a failed event counts',
        find: `  if (event.success !== true) return sums
`,
        replace: '',
      },
      {
        effect: 'an event of which nothing is said counts',
        find: 'if (event.success !== true) return sums',
        replace: 'if (event.success === false) return sums',
      },
      {
        effect: 'a void releases what is captured',
        find: 'released: Math.max(0, authorized - sums.captured) }',
        replace: 'released: authorized }',
      },
      {
        effect: 'a payment captured at once counts as held',
        find: 'return { ...NOTHING, captured: amount, refunded: isRefunded ? amount : 0 }',
        replace: 'return NOTHING',
      },
      {
        effect: 'a payment refunded without an event is refunded once more',
        find: 'refunded: isRefunded ? amount : 0 }',
        replace: 'refunded: 0 }',
      },
      {
        effect: 'a voided payment without an event counts as held',
        find: 'return { ...NOTHING, released: amount }',
        replace: 'return NOTHING',
      },
      {
        effect: 'a payment refunded in part was never captured',
        find: "'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'",
        replace: "'CAPTURED', 'REFUNDED'",
      },
    ],
  },
  {
    file: 'lib/providers/dintero/webhook.ts',
    tests: ['lib/providers/dintero/webhook.test.ts'],
    mutants: [
      {
        effect: 'webhooks with a blank id are one, and all but the first are lost',
        find: 'optional(z.string()).catch(undefined)',
        replace: 'z.string().optional().catch(undefined)',
      },
      {
        effect: 'port not cut from the signed host: callbacks refused behind a port',
        find: ".replace(/:\\d+$/, '')",
        replace: '',
      },
      {
        effect: 'an old callback is believed',
        find: "> TOLERANCE_S) return { ok: false, problem: 'stale' }",
        replace: "> TOLERANCE_S * 1000) return { ok: false, problem: 'stale' }",
      },
      {
        effect: 'callbacks from the future are believed',
        find: 'Math.abs(now.getTime() / 1000 - sentAtS)',
        replace: 'now.getTime() / 1000 - sentAtS',
      },
      {
        effect: 'method not signed',
        find: 'accountId, method, hostname',
        replace: "accountId, 'GET', hostname",
      },
      {
        effect: 'time not signed',
        find: 'const parts = [timestamp,',
        replace: "const parts = ['1772625602',",
      },
      {
        effect: 'the tolerance is one second less',
        find: '> TOLERANCE_S)',
        replace: '>= TOLERANCE_S)',
      },
      {
        effect: 'a signature is compared by its beginning',
        find: 'one.length === other.length && timingSafeEqual(one, other)',
        replace: 'timingSafeEqual(one, other.subarray(0, one.length))',
      },
      {
        effect: 'a webhook without a secret is believed',
        find: 'ofBody !== undefined && webhookSecret !== undefined',
        replace: 'ofBody !== undefined',
      },
    ],
  },
]
