import type { MutatedFile } from '../mutant'

/** What settles operations by reading. */
export const REPAIR: readonly MutatedFile[] = [
  {
    file: 'lib/repair/interpret-read.ts',
    tests: ['lib/repair/interpret-read.test.ts'],
    mutants: [
      {
        effect: 'one absent read is proof',
        find: 'const ABSENT_READS_NEEDED = 2',
        replace: 'const ABSENT_READS_NEEDED = 1',
      },
      {
        effect: 'a look before its time is proof',
        find: 'if (!operation.isDue || operation.absentReads',
        replace: 'if (operation.absentReads',
      },
      {
        effect: 'absence proves while the sender is alive',
        find: `  if (operation.senderAlive) return open({ code: 'sender_alive' })
`,
        replace: '',
      },
      {
        effect: 'another currency is judged',
        find: 'if (snapshot.currency !== operation.currency) {',
        replace: "if (snapshot.currency === 'XXX') {",
      },
      {
        effect: 'a shorter history is proof',
        find: `      if (snapshot.events.length < operation.eventCount) return open({ code: 'history_lags' })
`,
        replace: '',
      },
      {
        effect: 'a change that looks like ours is not seen',
        find: `return hasUnattributedChange(operation, snapshot)
    ?`,
        replace: `return !operation.isDue
    ?`,
      },
      {
        effect: 'the settle window is not waited for',
        find: 'if (windowLeftMs > 0) return open',
        replace: 'if (windowLeftMs > 1e12) return open',
      },
      {
        effect: 'a gap in the history is proof of nothing sent',
        find: 'if (snapshot.historyGaps.some((gap) => gap === operation.kind)) {',
        replace: 'if (snapshot.historyGaps.length > 9) {',
      },
      {
        effect: 'an accepted operation counts as absent',
        find: "open({ code: 'still_working' }, { isAccepted: true })",
        replace: "open({ code: 'still_working' }, { absent: true })",
      },
      {
        effect: 'absence proves that what was accepted was not sent',
        find: `  if (operation.state === 'pending') return open({ code: 'no_result_yet' })
`,
        replace: '',
      },
      {
        effect: 'what was done beside the payment is not looked at',
        find: '[...snapshot.events, ...separateEvents]',
        replace: 'snapshot.events',
      },
      {
        effect: 'totals that moved otherwise are not given to people',
        find: `return settled('needs_review', { code: 'changed_unexplained' })
    case 'pending'`,
        replace: `return interpretAbsence(operation, snapshot, traits, null)
    case 'pending'`,
      },
      {
        effect: 'totals ahead of the history count as done',
        find: `case 'untold':
      return open({ code: 'history_lags' })`,
        replace: `case 'untold':
      return settled('succeeded', null)`,
      },
    ],
  },
  {
    file: 'lib/sync/poll-list.ts',
    tests: ['lib/sync/poll-list.integration.test.ts', 'lib/jobs/watch.integration.test.ts'],
    mutants: [
      {
        effect: 'a sync run that failed loses its place',
        find: 'const reached = cursor === null ? null : { ...turn.run, cursor }',
        replace: 'const reached = null',
      },
      {
        effect: 'one broken connection stops the polling',
        find: "    log().warn({ error, connectionId }, 'a list could not be asked; tried again after the lease')",
        replace: '    throw error',
      },
    ],
  },
  {
    file: 'lib/sync/sync-list.ts',
    tests: ['lib/sync/sync-list.integration.test.ts', 'lib/sync/poll-list.integration.test.ts'],
    mutants: [
      {
        effect: 'repeated cursor not noticed: an endless sync run',
        find: ' || read.next === cursor',
        replace: '',
      },
      {
        effect: 'a turn of a sync run has no bound',
        find: 'if (page >= pages && cursor',
        replace: 'if (page >= pages + 1000 && cursor',
      },
    ],
  },
  {
    file: 'lib/repair/resolve-operation.ts',
    tests: [
      'lib/repair/resolve-operation.integration.test.ts',
      'lib/operations/capture-payment.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'what was accepted stays unknown',
        find: "if (evidence.isAccepted && operation.state === 'unknown') {",
        replace: "if (evidence.isAccepted && operation.state === 'intended') {",
      },
      {
        effect: 'a look by hand moves the schedule',
        find: 'if (!operation.isDue) {',
        replace: 'if (operation.checks < 0) {',
      },
      {
        effect: 'what is never found stays with repair',
        find: 'if (planned === null) {',
        replace: 'if (planned === 0) {',
      },
    ],
  },
]
