import type { MutatedFile } from '../mutant'

/** A refusal of the provider held against a read, and one of the database. */
export const REFUSALS: readonly MutatedFile[] = [
  {
    file: 'lib/operations/runner/write-outcome.ts',
    tests: [
      'lib/operations/runner/settle-send.integration.test.ts',
      'lib/repair/refused-snapshot.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'an outcome is lost with a payment that the database refuses',
        find: 'if (outcome.snapshot === null || !isAboutData(error)) throw error',
        replace: 'if (isAboutData(error)) throw error',
      },
      {
        effect: 'no read is due after an outcome that was written alone',
        find: 'if (recorded !== null) await readSoon(database, recorded.operation.transactionId)',
        replace: 'void readSoon.name',
      },
    ],
  },
  {
    file: 'lib/operations/runner/confirm-refusal.ts',
    tests: ['lib/operations/runner/confirm-refusal.integration.test.ts'],
    mutants: [
      {
        effect: 'a refusal about another currency is believed',
        find: 'if (snapshot.currency !== command.currency) {',
        replace: "if (snapshot.currency === '') {",
      },
      {
        effect: 'a provider that refuses what it did is believed',
        find: "  if (verdict.kind === 'absent') {",
        replace: "  if (verdict.kind !== 'pending') {",
      },
      {
        effect: 'totals that moved are not looked at',
        find: 'if (echoes || !mayBeDone(byTotals)) {',
        replace: "if (echoes || byTotals.kind !== 'succeeded') {",
      },
      {
        effect: 'a failure like it makes the refusal unknown',
        find: 'if (echoes || !mayBeDone(byTotals)) {',
        replace: "if (echoes || byTotals.kind === 'unchanged') {",
      },
      {
        effect: 'a refusal is lost when the database fails beside it',
        find: `not compared with a read')
    return null`,
        replace: `not compared with a read')
    throw error`,
      },
      {
        effect: 'standalone operations are not checked',
        find: '[...snapshot.events, ...separateEvents]',
        replace: '[...snapshot.events, ...separateEvents.slice(99)]',
      },
      {
        effect: 'the reason of the failed event is lost',
        find: 'echoes ? completeRefusal(verdict.event, refused.refusal) : refused.refusal',
        replace: 'refused.refusal',
      },
      {
        effect: 'the payment is not shown with its refusal',
        find: 'if (change === null) return { ...refused, snapshot }',
        replace: 'if (change === null) return refused',
      },
      {
        effect: 'a change made elsewhere is not told with the refusal',
        find: 'const change = changeOf(byTotals)',
        replace: 'const change = echoes ? changeOf(byTotals) : null',
      },
      {
        effect: 'a read by the operation’s reference is not asked for',
        find: '{ ...transaction, operationReference }',
        replace: '{ ...transaction, ...(operationReference === "" && { operationReference }) }',
      },
    ],
  },
]
