import type { MutatedFile } from '../mutant'

/** What is read of operations, planned of amounts, and let in from outside. */
export const READS_AND_PLANS: readonly MutatedFile[] = [
  {
    file: 'db/queries/operations/find-open-operation.ts',
    tests: ['db/queries/operations/find-open-operation.integration.test.ts'],
    mutants: [
      {
        effect: 'a settled operation holds its payment',
        find: 'and(eq(operations.transactionId, transactionId), isNull(operations.settledAt))',
        replace: 'eq(operations.transactionId, transactionId)',
      },
      {
        effect: 'the operation of another payment holds this one',
        find: 'and(eq(operations.transactionId, transactionId), isNull(operations.settledAt))',
        replace: 'isNull(operations.settledAt)',
      },
      {
        effect: 'a payment of another account is held',
        find: '          eq(transactions.connectionId, connectionId),\n',
        replace: '',
      },
      {
        effect: 'any payment of an account is held while one of them is',
        find: '          eq(transactions.providerTransactionId, providerTransactionId),\n',
        replace: '',
      },
      {
        effect: 'a payment that is known by its provider’s id is held for ever',
        find: 'eq(operations.id, transactions.openOperationId)',
        replace: 'eq(operations.transactionId, transactions.id)',
      },
    ],
  },
  {
    file: 'db/queries/operations/list-open-operations.ts',
    tests: ['db/queries/operations/list-open-operations.integration.test.ts'],
    mutants: [
      {
        effect: 'the newest operations are worked on first',
        find: '      .orderBy(asc(operations.createdAt))\n      .limit',
        replace: '      .limit',
      },
      {
        effect: 'the filter by state is forgotten',
        find: 'filter.states.length === 0 ? OPEN_STATES : filter.states',
        replace: 'OPEN_STATES',
      },
      {
        effect: 'sums mix currencies',
        find: '.groupBy(operations.state, operations.currency)',
        replace: '.groupBy(operations.state, operations.currency, operations.id)',
      },
    ],
  },
  {
    file: 'db/queries/operations/read-open-operations-now.ts',
    tests: ['db/queries/operations/list-open-operations.integration.test.ts'],
    mutants: [
      {
        effect: 'all open operations wait for people',
        find: "count(*) filter (where ${operations.state} = 'needs_review')",
        replace: 'count(*)',
      },
      {
        effect: 'pages do not see that an operation changed',
        find: '${operations.id}::text || ${operations}.xmin::text',
        replace: '${operations.id}::text',
      },
    ],
  },
  {
    file: 'db/queries/listing/recent-refusals.ts',
    tests: ['db/queries/operations/list-open-operations.integration.test.ts'],
    mutants: [
      {
        effect: 'a refusal that was made good needs attention',
        find: "['refused', 'succeeded']",
        replace: "['refused']",
      },
      {
        effect: 'old refusals need attention for ever',
        find: "sql`${operations.settledAt} > now() - ${recentHours} * interval '1 hour'`",
        replace: 'sql`${recentHours}::int > 0`',
      },
      {
        effect: 'an earlier refusal is reported in place of the last',
        find: 'desc(operations.createdAt)',
        replace: 'operations.createdAt',
      },
    ],
  },
  {
    file: 'lib/operations/runner/plan-amount.ts',
    tests: ['lib/operations/runner/plan-amount.test.ts'],
    mutants: [
      {
        effect: 'lines that come to another sum than was seen are sent',
        find: 'if (selected.value.amountMinor !== choice.amountMinor) {',
        replace: 'if (selected.value.amountMinor < 0) {',
      },
      {
        effect: 'everything as it was before is sent',
        find: "  if (amountMinor !== leftMinor) return failure('stale_page')\n",
        replace: '',
      },
      {
        effect: 'parts of lines are sent where only whole ones are taken',
        find: "rules.lines === 'whole_lines' && !takesWholeLines",
        replace: "rules.lines === 'any' && !takesWholeLines",
      },
      {
        effect: 'an amount is sent where the method wants lines',
        find: 'return rules.linesRequired\n      ?',
        replace: 'return rules.linesRequired === null\n      ?',
      },
      {
        effect: 'everything names lines that may be gone by amount',
        find: 'const isCertain = left !== null && left.every((line) => line.isCertain)',
        replace: 'const isCertain = left !== null',
      },
      {
        effect: 'everything is sent with lines that do not make it',
        find: 'selected?.ok === true && selected.value.amountMinor === amountMinor',
        replace: 'selected?.ok === true',
      },
      {
        effect: 'everything goes without lines where the method wants them',
        find: 'rules.linesRequired && !rules.wholeWithoutLines\n',
        replace: 'rules.linesRequired && rules.wholeWithoutLines\n',
      },
    ],
  },
  {
    file: 'lib/access/read-body.ts',
    tests: ['lib/access/read-body.test.ts'],
    mutants: [
      {
        effect: 'a body that is larger than it says is read whole',
        find: "      if (length > bounds.bytes) return { ok: false, problem: 'too_large' }\n",
        replace: '',
      },
      {
        effect: 'a body that says it is too large is waited for',
        find: "if (Number(request.headers.get('content-length')) > bounds.bytes) {",
        replace: "if (Number(request.headers.get('content-length')) < 0) {",
      },
      {
        effect: 'a body that stops coming holds a request for ever',
        find: 'Promise.race([reader.read(), deadline])',
        replace: 'Promise.race([reader.read()])',
      },
      {
        effect: 'the largest body is refused',
        find: 'if (length > bounds.bytes)',
        replace: 'if (length >= bounds.bytes)',
      },
    ],
  },
  {
    file: 'lib/providers/registry.ts',
    tests: ['lib/providers/registry.test.ts'],
    mutants: [
      {
        effect: 'a secret is sent to a host that only begins like the provider’s',
        find: '!providerAddresses(provider).includes(origin)',
        replace: '!providerAddresses(provider).some((own) => baseUrl.startsWith(own))',
      },
      {
        effect: 'a secret is sent to another provider',
        find: '[...PROFILES[provider].origins, ...env()',
        replace: '[...Object.values(PROFILES).flatMap(({ origins }) => origins), ...env()',
      },
      {
        effect: 'a secret is sent anywhere',
        find: '  assertKnownHost(provider, credentials.baseUrl)\n',
        replace: '',
      },
      {
        effect: 'the environment allows no host',
        find: ', ...env().PAYDESK_ALLOWED_PROVIDER_ORIGINS]',
        replace: ']',
      },
    ],
  },
  {
    file: 'lib/providers/bambora-native/payment/states.ts',
    tests: ['lib/providers/bambora-native/payment/states.test.ts'],
    mutants: [
      {
        effect: 'a settled payment cannot be worked on',
        find: "  Settled: 'open',\n",
        replace: '',
      },
      {
        effect: 'an expired hold is shown as held',
        find: "['Authorization Expired', 'Voided', 'Canceled']",
        replace: "['Voided', 'Canceled']",
      },
      {
        effect: 'an unknown state may be worked on',
        find: "?? 'unknown'",
        replace: "?? 'open'",
      },
    ],
  },
  {
    file: 'lib/providers/bambora-checkout/events.ts',
    tests: ['lib/providers/bambora-checkout/events.test.ts'],
    mutants: [
      {
        effect: 'a delete is not known as a void',
        find: "  delete: 'void',\n",
        replace: '',
      },
      {
        effect: 'an unknown status counts as failed',
        find: "return FAILED.has(word) ? 'failed' : 'pending'",
        replace: "return 'failed'",
      },
      {
        effect: 'a declined verification counts as still to come',
        find: "['declined', 'verificationdeclined']",
        replace: "['declined']",
      },
    ],
  },
]
