import type { MutatedFile } from '../../mutant'

/** The Open Payment Platform. */
export const OPPWA: readonly MutatedFile[] = [
  {
    file: 'lib/providers/oppwa/entries/amounts.ts',
    tests: ['lib/providers/oppwa/entries/amounts.test.ts'],
    mutants: [
      {
        effect: 'a third decimal is cut',
        find: `  if (scale < 0 && minor % 10n ** BigInt(-scale) !== 0n) return null
`,
        replace: '',
      },
      {
        effect: 'nothing is sent as an amount',
        find: '!isMinorAmount(amountMinor) || amountMinor <= 0',
        replace: '!isMinorAmount(amountMinor)',
      },
      {
        effect: 'what is finer than the currency is read',
        find: `  if (/[1-9]/.test(fraction.slice(exponent))) return null
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/webhook.ts',
    tests: ['lib/providers/oppwa/webhook.test.ts'],
    mutants: [
      {
        effect: 'a webhook without a key is malformed: it comes for thirty days',
        find: "if (key === undefined) return { ok: false, problem: 'not_ours' }",
        replace: "if (key === undefined) return { ok: false, problem: 'malformed' }",
      },
      {
        effect: 'a webhook of a refund reads nothing',
        find: '(isRoot ? undefined : entry.referencedId) ?? entry.id',
        replace: 'entry.id',
      },
      {
        effect: 'the notice of an operation has the operation’s own reference',
        find: 'isRoot ? entry.merchantTransactionId : entry.merchantInvoiceId',
        replace: 'entry.merchantTransactionId',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/entries/refund-target.ts',
    tests: ['lib/providers/oppwa/entries/refund-target.test.ts'],
    mutants: [
      {
        effect: 'the largest charge is refunded first',
        find: 'left.leftMinor - right.leftMinor',
        replace: 'right.leftMinor - left.leftMinor',
      },
      {
        effect: 'a charge without enough left is refunded',
        find: 'charge.leftMinor >= amountMinor',
        replace: 'charge.leftMinor > 0',
      },
      {
        effect: 'pending refunds are not counted',
        find: "one.state === 'failed' || !TAKES",
        replace: "one.state !== 'succeeded' || !TAKES",
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/totals.ts',
    tests: ['lib/providers/oppwa/totals.test.ts'],
    mutants: [
      {
        effect: 'a chargeback can be refunded once more',
        find: `    case 'RF':
    case 'CB':`,
        replace: "    case 'RF':",
      },
      {
        effect: 'a failed entry counts',
        find: "if (one.state === 'succeeded') add",
        replace: 'add',
      },
      {
        effect: 'the rest of a single capture counts as held',
        find: '!settings.multipleCaptures && tree',
        replace: 'settings.multipleCaptures && tree',
      },
      {
        effect: 'a receipt closes a single-capture authorization',
        find: "entry.paymentType === 'CP' && state",
        replace: "['CP', 'RC'].includes(entry.paymentType) && state",
      },
      {
        effect: 'a reversed capture counts as released',
        find: "if (targetType !== 'CP' && targetType !== 'RC') sums",
        replace: 'sums',
      },
    ],
  },
  {
    file: 'lib/providers/oppwa/entries/query-guard.ts',
    tests: ['lib/providers/oppwa/entries/query-guard.test.ts'],
    mutants: [
      {
        effect: 'one read more than the provider allows',
        find: 'recent.length >= this.perMinute',
        replace: 'recent.length > this.perMinute',
      },
      {
        effect: 'all payments share the reads of one',
        find: 'this.#reads.get(key)',
        replace: "this.#reads.get('')",
      },
    ],
  },
]
