import type { MutatedFile } from '../mutant'

/** What is allowed, and to whom. */
export const RULES: readonly MutatedFile[] = [
  {
    file: 'lib/domain/rules/capability.ts',
    tests: ['lib/domain/rules/capability.test.ts', 'lib/domain/rules/pending-elsewhere.test.ts'],
    mutants: [
      {
        effect: 'open operation not asked for',
        find: "situation.openOperation === null ? null : 'operation_open'",
        replace: 'null',
      },
      {
        effect: 'captures that are pending elsewhere are captured once more',
        find: "heldMinor(totals) - pendingElsewhereMinor('capture', situation)",
        replace: 'heldMinor(totals)',
      },
      {
        effect: 'refunds that are pending elsewhere are refunded once more',
        find: "refundableMinor(totals) - pendingElsewhereMinor('refund', situation)",
        replace: 'refundableMinor(totals)',
      },
      {
        effect: 'a refund above the largest charge',
        find: 'Math.min(leftMinor, largestMinor ?? leftMinor)',
        replace: 'leftMinor',
      },
      {
        effect: 'on hold may be worked on',
        find: `  on_hold: 'on_hold',
`,
        replace: '',
      },
      {
        effect: 'the rest is voided where no method does',
        find: 'totals.capturedMinor > 0 && !rules.voidsRest',
        replace: 'totals.capturedMinor < 0 && !rules.voidsRest',
      },
      {
        effect: 'paid out though never charged',
        find: `if (!flags.includes('stored_card')) return 'no_stored_card'
    return totals.capturedMinor > 0 ? null : 'never_charged'`,
        replace: `if (!flags.includes('stored_card')) return 'no_stored_card'
    return null`,
      },
      {
        effect: 'what nothing is left of is allowed',
        find: `  if (maxMinor <= 0) return { allowed: false, denialReason: 'promised_elsewhere' }
`,
        replace: '',
      },
      {
        effect: 'charged again without a debit',
        find: `    if (!flags.includes('debit')) return 'not_charged_at_once'
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/domain/rules/pending-elsewhere.ts',
    tests: ['lib/domain/rules/pending-elsewhere.test.ts'],
    mutants: [
      { effect: 'our own promise counts twice', find: ' && !own.has(event))', replace: ')' },
      {
        effect: 'a promise that is closed counts',
        find: `    .filter(({ providerEventId }) => !closed.has(providerEventId))
`,
        replace: '',
      },
      {
        effect: 'promises of other kinds count',
        find: 'TAKERS[kind].some((taker) => taker === event.kind) && ',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/domain/operation/outcome.ts',
    tests: [
      'lib/domain/operation/outcome.test.ts',
      'db/queries/operations/record-outcome-guard.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'an unknown outcome is sent again',
        find: "unknown: ['succeeded',",
        replace: "unknown: ['sending', 'succeeded',",
      },
      {
        effect: 'a sent operation is abandoned',
        find: "sending: ['succeeded',",
        replace: "sending: ['abandoned', 'succeeded',",
      },
      {
        effect: 'people cannot settle as not sent',
        find: "needs_review: ['succeeded', 'refused', 'not_sent']",
        replace: "needs_review: ['succeeded', 'refused']",
      },
      {
        effect: 'a review reserves nothing',
        find: `'pending', 'unknown', 'needs_review'] as const
export type OpenState`,
        replace: `'pending', 'unknown'] as const
export type OpenState`,
      },
      {
        effect: 'a settled operation is settled again',
        find: '  succeeded: [],',
        replace: "  succeeded: ['refused'],",
      },
      {
        effect: 'pending never goes to people',
        find: "pending: ['succeeded', 'refused', 'not_sent', 'needs_review']",
        replace: "pending: ['succeeded', 'refused', 'not_sent']",
      },
    ],
  },
  {
    file: 'lib/domain/access/permission.ts',
    tests: ['lib/domain/access/permission.test.ts'],
    mutants: [
      {
        effect: 'staff may refund',
        find: `    'operate:capture',
    'operate:void',
  ]),
  support`,
        replace: `    'operate:capture',
    'operate:void',
    'operate:refund',
  ]),
  support`,
      },
      {
        effect: 'support may capture',
        find: `    'operate:refund',
    'decide_review',
    'export_transactions',
  ]),
  admin`,
        replace: `    'operate:refund',
    'operate:capture',
    'decide_review',
    'export_transactions',
  ]),
  admin`,
      },
      {
        effect: 'viewers may write notes',
        find: "viewer: new Set(['view_transactions'])",
        replace: "viewer: new Set(['view_transactions', 'write_note'])",
      },
      {
        effect: 'staff may decide reviews',
        find: `    'write_note',
    'operate:capture',`,
        replace: `    'write_note',
    'decide_review',
    'operate:capture',`,
      },
    ],
  },
  {
    file: 'lib/domain/rules/order-news.ts',
    tests: ['lib/domain/rules/order-news.test.ts'],
    mutants: [
      {
        effect: 'a refused change of the order counts',
        find: "    if (event.state === 'succeeded') before = joined(before, event)\n",
        replace: '    before = joined(before, event)\n',
      },
      {
        effect: 'a change of an unknown name is none',
        find: "kind === 'authorize' || (kind === 'other' && lines.length > 0)",
        replace: "kind === 'authorize'",
      },
      {
        effect: 'an extension changes the order',
        find: 'const isChange = isOtherSum || changes.length > 0',
        replace: 'const isChange = true',
      },
      {
        effect: 'a refused change replaces the order that is kept',
        find: " && event.state === 'succeeded' && event.lines.length > 0",
        replace: ' && event.lines.length > 0',
      },
    ],
  },
]
