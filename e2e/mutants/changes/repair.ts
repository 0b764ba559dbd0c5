import type { MutatedFile } from '../mutant'

/** What settles operations by reading. */
export const REPAIR: readonly MutatedFile[] = [
  {
    file: 'lib/repair/interpret-read.ts',
    tests: ['lib/repair/interpret-read.test.ts', 'lib/repair/interpret-attribution.test.ts'],
    mutants: [
      {
        effect: 'one absent read is proof',
        find: 'const ABSENT_READS_NEEDED = 2',
        replace: 'const ABSENT_READS_NEEDED = 1',
      },
      {
        effect: 'a check before its time is proof',
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
        effect: 'another currency is interpreted',
        find: 'if (snapshot.currency !== operation.currency) {',
        replace: "if (snapshot.currency === 'XXX') {",
      },
      {
        effect: 'a shorter history is proof',
        find: `      if (isShorter(operation, snapshot)) return open({ code: 'history_lags' })
`,
        replace: '',
      },
      {
        effect: 'a change that fits ours is not seen',
        find: 'if (hasUnattributedChange(operation, snapshot)) {',
        replace: 'if (!operation.isDue) {',
      },
      {
        effect: 'the settle window is not waited for',
        find: 'if (leftMs > 0) return open',
        replace: 'if (leftMs > 1e12) return open',
      },
      {
        effect: 'sums that the history has nothing on go to people before it may be told',
        find: 'verdict.event === null && leftMs > 0',
        replace: 'verdict.event === null && leftMs > 1e12',
      },
      {
        effect: 'sums that the history never tells of are waited for without end',
        find: 'verdict.event === null && leftMs > 0',
        replace: 'verdict.event === null && leftMs > -1e12',
      },
      {
        effect: 'an entry that fits nothing is waited for',
        find: 'verdict.event === null && leftMs > 0',
        replace: 'leftMs > 0',
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
        find: "if (operation.state === 'pending' && !hasVanished(operation, snapshot, change)) {",
        replace: "if (operation.state === 'intended') {",
      },
      {
        effect: 'what was accepted and never shown counts as vanished',
        find: 'return wasShown && (change',
        replace: 'return (change',
      },
      {
        effect: 'what vanished although its money moved counts as not done',
        find: '(change !== undefined || isUnchanged(baselineTotals, snapshot.totals))',
        replace: 'snapshot.events.length >= 0',
      },
      {
        effect: 'a doubted refusal stands though it may be done',
        find: 'if (refusal !== null && !mayBeDone(verdict)) {',
        replace: 'if (refusal !== null) {',
      },
      {
        effect: 'one read that shows nothing settles a doubted refusal',
        find: 'if (change === null) return interpretAbsence(operation, snapshot, features)',
        replace: "if (change === null) return settled('refused', refusal.said)",
      },
      {
        effect: 'a doubted refusal counts as not sent once nothing of it is shown',
        find: `  return refusal === null
    ? settled`,
        replace: `  return operation.isDue
    ? settled`,
      },
      {
        effect: 'a lost operation beside a change made elsewhere counts as not sent',
        find: '  if (change !== undefined) {',
        replace: '  if (change === null) {',
      },
      {
        effect: 'standalone operations are not checked',
        find: '[...snapshot.events, ...separateEvents]',
        replace: 'snapshot.events',
      },
      {
        effect: 'totals that moved otherwise are not given to people',
        find: "settled('needs_review', describeDifference(verdict, currency))",
        replace: 'interpretAbsence(operation, snapshot, features)',
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
    file: 'lib/domain/evidence/interpret-totals.ts',
    tests: [
      'lib/domain/evidence/interpret-totals.test.ts',
      'lib/repair/interpret-attribution.test.ts',
    ],
    mutants: [
      {
        effect: 'an event that is stored as ours is attributed anew',
        find: 'return stampStored(withOwnRefunds(shown, ownRefundsMinor), storedEvents)',
        replace: 'return withOwnRefunds(shown, ownRefundsMinor)',
      },
      {
        effect: 'refunds made here look like a change where none are named',
        find: 'return stampStored(withOwnRefunds(shown, ownRefundsMinor), storedEvents)',
        replace: 'return stampStored(shown, storedEvents)',
      },
    ],
  },
  {
    file: 'db/queries/operations/stored-events.ts',
    tests: ['db/queries/operations/stored-events.integration.test.ts'],
    mutants: [
      {
        effect: 'an own event that vanished is forgotten after one read',
        find: `
        or event.reference = \${operation}.reference
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/sync/poll-list.ts',
    tests: [
      'lib/sync/poll-list.integration.test.ts',
      'lib/sync/poll-whole-list.integration.test.ts',
      'lib/jobs/watch.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'a sync run that failed loses its place',
        find: 'return cursor === null ? null : { ...run, cursor }',
        replace: 'return cursor === undefined ? { ...run, cursor } : null',
      },
      {
        effect: 'a run through a whole list counts as one through its changes',
        find: 'const from = features.listsChanges ? since : null',
        replace: 'const from = since',
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
      'lib/repair/read-limits.integration.test.ts',
      'lib/operations/capture-payment.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'what was accepted stays unknown',
        find: "if (evidence.isAccepted && operation.state === 'unknown') {",
        replace: "if (evidence.isAccepted && operation.state === 'intended') {",
      },
      {
        effect: 'a check by hand moves the schedule',
        find: 'if (!operation.isDue) {',
        replace: 'if (operation.checks < 0) {',
      },
      {
        effect: 'a limit on reads counts as a failed read',
        find: 'if (waitMs !== undefined && !isLate) {',
        replace: 'if (waitMs === -1 && !isLate) {',
      },
      {
        effect: 'a limit on reads is waited for without an end',
        find: 'if (waitMs !== undefined && !isLate) {',
        replace: 'if (waitMs !== undefined) {',
      },
      {
        effect: 'one failed read makes the schedule jump',
        find: 'const againMs = isCounted ? null :',
        replace: 'const againMs = !isCounted ? null :',
      },
      {
        effect: 'what stays unreadable is read again and again',
        find: "problem === 'unusable' || isUnread(operation.lastFound)",
        replace: "problem === 'unusable'",
      },
      {
        effect: 'what is never found stays with repair',
        find: 'if (planned === null) {',
        replace: 'if (planned === 0) {',
      },
    ],
  },
]
