import type { MutatedFile } from '../mutant'

/** Whose work a change at a provider is. */
export const ATTRIBUTION: readonly MutatedFile[] = [
  {
    file: 'lib/domain/evidence/event-author.ts',
    tests: ['lib/repair/interpret-attribution.test.ts'],
    mutants: [
      {
        effect: 'an event without a user is ours',
        find: "if (madeBy === null) return users.size > 0 ? 'elsewhere' : 'unknown'",
        replace: "if (madeBy === null) return 'us'",
      },
      {
        effect: 'every user is ours',
        find: "return users.has(madeBy) ? 'us' : 'unknown'",
        replace: "return users.size >= 0 ? 'us' : 'unknown'",
      },
      {
        effect: 'an event without a user is from elsewhere though ours may have none',
        find: "users.size > 0 ? 'elsewhere' : 'unknown'",
        replace: "users.size >= 0 ? 'elsewhere' : 'unknown'",
      },
    ],
  },
  {
    file: 'lib/domain/evidence/attribution.ts',
    tests: ['lib/domain/evidence/attribution.test.ts'],
    mutants: [
      {
        effect: 'amount of our event not compared: another amount counts as done',
        find: 'done.amountMinor === null || amountMinor === null || done.amountMinor === amountMinor',
        replace: 'done.amountMinor !== undefined',
      },
      {
        effect: 'reported twice counts as done once',
        find: '  if (again !== undefined) {',
        replace: '  if (again === null) {',
      },
      {
        effect: 'an event of another operation is ours',
        find: 'event.operationId === references.operationId || event.reference === references.reference',
        replace: 'event.operationId !== null || event.reference === references.reference',
      },
      {
        effect: 'our reference is not known',
        find: 'event.operationId === references.operationId || event.reference === references.reference',
        replace: 'event.operationId === references.operationId',
      },
      {
        effect: 'what closes our event is not ours',
        find: 'if (event.closes.some((id) => own.has(id))) own.add(event.providerEventId)',
        replace: 'if (event.closes.length > 99) own.add(event.providerEventId)',
      },
      {
        effect: 'a promise outweighs a failure',
        find: "const failed = own.find((event) => event.state === 'failed')",
        replace:
          "const failed = own.every((event) => event.state === 'failed') ? own[0] : undefined",
      },
      {
        effect: 'an extension must show its amount',
        find: "operation.kind === 'extend_authorization' ? null : operation.amountMinor",
        replace: 'operation.amountMinor',
      },
      {
        effect: 'every event is stamped as ours',
        find: 'own.has(event.providerEventId) ? { ...event, operationId } : event',
        replace: 'own.size > 0 ? { ...event, operationId } : event',
      },
    ],
  },
  {
    file: 'lib/domain/evidence/attribution-by-totals.ts',
    tests: [
      'lib/domain/evidence/attribution-by-totals.test.ts',
      'lib/domain/evidence/unattributed-change.test.ts',
    ],
    mutants: [
      {
        effect: 'no clock skew allowed: review in place of done',
        find: 'const CLOCK_SKEW_MS = 120_000',
        replace: 'const CLOCK_SKEW_MS = 0',
      },
      {
        effect: 'clock skew of an hour: an older event counts as ours',
        find: 'const CLOCK_SKEW_MS = 120_000',
        replace: 'const CLOCK_SKEW_MS = 3_600_000',
      },
      {
        effect: 'amount of the event not compared',
        find: "return operation.kind === 'void' || event.amountMinor === operation.amountMinor",
        replace: 'return true',
      },
      {
        effect: 'kind of the event not compared',
        find: 'event.kind !== EVENT_OF[operation.kind] || !isSinceSend',
        replace: '!isSinceSend',
      },
      {
        effect: 'time of the event not compared',
        find: ' || !isSinceSend(operation, event)) return false',
        replace: ') return false',
      },
      {
        effect: 'a second event is not seen',
        find: 'more.length > 0 || !matchesAmount',
        replace: '!matchesAmount',
      },
      {
        effect: 'totals that did not move count as done',
        find: '  if (!moved) return differs\n  return authorOf',
        replace: '  return authorOf',
      },
      {
        effect: 'what another explains as well counts as ours',
        find: "return authorOf(event) === 'us' ?",
        replace: "return authorOf(event) !== 'elsewhere' ?",
      },
      {
        effect: 'what is known as made elsewhere counts as ours',
        find: "news.filter((event) => authorOf(event) === 'elsewhere')",
        replace: "news.filter((event) => authorOf(event) === 'unknown')",
      },
      {
        effect: 'what another released counts as unexplained',
        find: 'releasedMinor: released ? after.releasedMinor : before.releasedMinor',
        replace: 'releasedMinor: before.releasedMinor',
      },
      {
        effect: 'a failure with moved totals counts as failed',
        find: "return unchanged ? { kind: 'failed', event, change: other } : differs",
        replace: "return { kind: 'failed', event, change: other }",
      },
      {
        effect: 'an authorization that changed besides is not seen',
        find: `  if (after.authorizedMinor !== before.authorizedMinor) return false
`,
        replace: '',
      },
      {
        effect: 'refunds besides are not seen',
        find: "moved.refunded === (kind === 'refund' ? amountMinor : 0) &&",
        replace: "(kind !== 'refund' || moved.refunded === amountMinor) &&",
      },
      {
        effect: 'captures besides are not seen',
        find: "moved.captured === (kind === 'capture' ? amountMinor : 0) &&",
        replace: "(kind !== 'capture' || moved.captured === amountMinor) &&",
      },
      {
        effect: 'releases besides are not seen',
        find: "moved.released === (kind === 'void' ? amountMinor : 0)",
        replace: "(kind !== 'void' || moved.released === amountMinor)",
      },
      {
        effect: 'a capture that uses up the rest goes to people',
        find: '? moved.released >= 0',
        replace: '? moved.released === 0',
      },
      {
        effect: 'a history that lags counts as done',
        find: "return hasHistory ? { kind: 'untold' }",
        replace: "return !hasHistory ? { kind: 'untold' }",
      },
      {
        effect: 'what was known before the send counts',
        find: '.slice(operation.baselineEventCount)',
        replace: '.slice(0)',
      },
      {
        effect: 'released is not compared',
        find: `    before.refundedMinor === after.refundedMinor &&
    before.releasedMinor === after.releasedMinor
`,
        replace: `    before.refundedMinor === after.refundedMinor
`,
      },
      {
        effect: 'what never was sent has events',
        find: 'if (sentAt === null) return false',
        replace: 'if (sentAt === null) return true',
      },
    ],
  },
  {
    file: 'lib/domain/evidence/unattributed-change.ts',
    tests: ['lib/domain/evidence/unattributed-change.test.ts'],
    mutants: [
      {
        effect: 'an event of another operation of ours is an unattributed change',
        find: 'event.operationId === null && isOfItsAmount',
        replace: 'isOfItsAmount',
      },
      {
        effect: 'another amount is an unattributed change',
        find: 'event.operationId === null && isOfItsAmount',
        replace: 'event.operationId === null',
      },
      {
        effect: 'an older event is an unattributed change',
        find: ` && isSinceSend(operation, event)
`,
        replace: `
`,
      },
      {
        effect: 'a failed event is an unattributed change',
        find: ".filter(({ state }) => state !== 'failed')",
        replace: '',
      },
      {
        effect: 'a total that an event explains is an unattributed change',
        find: ' && !news.some(({ kind }) => expected.movers.includes(kind))',
        replace: '',
      },
      {
        effect: 'a total that fell is an unattributed change',
        find: 'return movedMinor > 0 &&',
        replace: 'return movedMinor !== 0 &&',
      },
      {
        effect: 'a capture that released the rest is an unattributed change of a void',
        find: "movers: ['void', 'capture']",
        replace: "movers: ['void']",
      },
      {
        effect: 'the old total is an unattributed change of the order',
        find: 'return movedMinor !== 0 && totals',
        replace: 'return totals',
      },
      {
        effect: 'any new total is an unattributed change of the order',
        find: 'movedMinor !== 0 && totals.authorizedMinor === operation.amountMinor',
        replace: 'movedMinor !== 0',
      },
      {
        effect: 'what was known before the send is an unattributed change',
        find: '.slice(operation.baselineEventCount)',
        replace: '.slice(0)',
      },
      {
        effect: 'a receipt is no unattributed change',
        find: `  confirm_receipt: CAPTURED,
`,
        replace: '',
      },
    ],
  },
]
