import type { MutatedFile } from '../mutant'

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
        effect: 'totals that contradict each other are shown as read',
        find: 'if (problem !== null) return { ok: false',
        replace: 'if (problem === undefined) return { ok: false',
      },
      { effect: 'an unknown status may be worked on', find: "?? 'unknown'", replace: "?? 'open'" },
      {
        effect: 'VAT rates lose their decimals',
        find: 'Math.round(item.vat * 100)',
        replace: 'Math.round(item.vat) * 100',
      },
      {
        effect: 'a deadline where nothing is held',
        find: 'heldMinor(totals) > 0 ? captureDeadline',
        replace: 'heldMinor(totals) >= 0 ? captureDeadline',
      },
      {
        effect: 'a company is told as a person',
        find: '(address?.businessName ?? address?.organizationNumber ?? null) !== null',
        replace: 'false',
      },
      {
        effect: 'a payment that never changed has no time',
        find: 'transaction.updated_at === undefined ? createdAt : new Date(transaction.updated_at)',
        replace: 'new Date(transaction.updated_at ?? 0)',
      },
    ],
  },
  {
    file: 'lib/providers/dintero/totals.ts',
    tests: ['lib/providers/dintero/totals.test.ts'],
    mutants: [
      {
        effect: 'remaining void amount not looked at',
        find: 'Math.max(correction.remaining_capture_amount, correction.remaining_void_amount)',
        replace: 'correction.remaining_capture_amount',
      },
      {
        effect: 'remaining capture amount not looked at',
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
        find: 'released: authorized - sums.captured }',
        replace: 'released: authorized }',
      },
      {
        effect: 'a payment captured at once counts as held',
        find: 'return { ...NOTHING, captured: amount }',
        replace: 'return NOTHING',
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
