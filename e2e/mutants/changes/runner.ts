import type { MutatedFile } from '../mutant'

/** The one path that moves money, and repair behind it. */
export const RUNNER: readonly MutatedFile[] = [
  {
    file: 'lib/operations/run-operation.ts',
    tests: ['lib/operations/run-operation.integration.test.ts'],
    mutants: [
      {
        effect: 'latest start is the whole deadline: a send ends after repair gave it up',
        find: 'LIMITS.operation.sendDeadlineMs - LIMITS.provider.writeTimeoutMs',
        replace: 'LIMITS.operation.sendDeadlineMs',
      },
      {
        effect: 'after an error any row with this id counts as ours',
        find: 'return digest === intent.inputDigest',
        replace: 'return digest !== null',
      },
      {
        effect: 'after an error an intent that stands is given up',
        find: 'return digest === intent.inputDigest',
        replace: 'return false',
      },
      {
        effect: 'after an error of the attempt it is sent all the same',
        find: 'return attemptExists(database, attemptId)',
        replace: 'return true',
      },
      {
        effect: 'after an error of the attempt one that stands is given up',
        find: 'return attemptExists(database, attemptId)',
        replace: 'return false',
      },
      {
        effect: 'sent without an attempt',
        find: 'if (!(await writeAttempt(database, attemptId, operationId))) return null',
        replace: 'await writeAttempt(database, attemptId, operationId)',
      },
      {
        effect: 'sent without an intent',
        find: 'if (!(await writeIntent(database, intent))) return explainRefusedIntent(database, intent)',
        replace: 'await writeIntent(database, intent)',
      },
      {
        effect: 'the lock of a send is kept for ever',
        find: `    release().catch((error: unknown) => log().warn({ error, operationId }, 'lock not released'))
`,
        replace: `    void release
`,
      },
      {
        effect: 'a refusal that could not be read is believed for hours',
        find: 'if (isUnread(sent.result)) await readSoon(database, request.transactionId)',
        replace: 'isUnread(sent.result)',
      },
      {
        effect: 'the merchant’s reference replaces ours',
        find: '`${label} ${own}`',
        replace: 'label',
      },
      {
        effect: 'an id that was used for something else gets its answer',
        find: 'if (known === digest) return',
        replace: 'if (known !== digest || known === digest) return',
      },
      {
        effect: 'a late request is told to be a stale page',
        find: "? 'stale_page' : 'nothing_started'",
        replace: "? 'stale_page' : 'stale_page'",
      },
      {
        effect: 'an open operation is told as a stale page',
        find: `if (open !== null) return operationOpen(database, open)
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/operations/settle-send.ts',
    tests: ['lib/operations/settle-send.integration.test.ts'],
    mutants: [
      {
        effect: 'no first check is planned for pending and unknown',
        find: 'checkAfterMs: firstCheck',
        replace: 'checkAfterMs: null',
      },
      {
        effect: 'an outcome write that failed is not tried again',
        find: `      await sleep(delayMs)
`,
        replace: `      await sleep(delayMs)
      return null
`,
      },
      {
        effect: 'an outcome that another one wrote is told as ours',
        find: 'if (operation?.state !== outcome.state) return null',
        replace: 'if (operation === null) return null',
      },
      {
        effect: 'the payment of an answer is not kept',
        find: 'if (snapshot !== null) {',
        replace: 'if (snapshot === undefined) {',
      },
      {
        effect: 'the provider’s wish to wait is forgotten',
        find: "retry: result.retryAt ? { kind: 'after', at: result.retryAt } : null",
        replace: 'retry: null',
      },
      {
        effect: 'the exchange is not kept',
        find: 'attempt: { id: operation.attemptId, exchange }',
        replace: 'attempt: null',
      },
      {
        effect: 'the code of a refusal is lost',
        find: `        refusalCode: result.refusal.code,
`,
        replace: '',
      },
      {
        effect: 'the reference of the provider is lost',
        find: `        providerReference: result.providerReference,
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/operations/check-schedule.ts',
    tests: ['lib/operations/check-schedule.test.ts'],
    mutants: [
      {
        effect: 'people never have to decide',
        find: 'checks < delaysMs.length + dailyChecks ? dailyMs : null',
        replace: 'dailyMs',
      },
      {
        effect: 'one daily look fewer',
        find: 'checks < delaysMs.length + dailyChecks',
        replace: 'checks + 1 < delaysMs.length + dailyChecks',
      },
    ],
  },
  {
    file: 'lib/operations/start-operation.ts',
    tests: [
      'lib/operations/capture-payment.integration.test.ts',
      'lib/operations/what-may-begin.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'amount not held against the maximum',
        find: "return amountMinor > maxMinor ? 'amount_exceeds_left' : null",
        replace: 'return maxMinor > 0 ? null : null',
      },
      {
        effect: 'a fraction of an øre is sent',
        find: '!Number.isSafeInteger(amountMinor) || amountMinor <= 0',
        replace: 'amountMinor <= 0',
      },
      {
        effect: 'advice of the provider is not asked for',
        find: `if (advice !== null) return adviceFailure(advice)
`,
        replace: '',
      },
      {
        effect: 'currency not compared',
        find: 'if (input.currency !== view.currency) {',
        replace: 'if (input.currency === view.currency + view.currency) {',
      },
    ],
  },
  {
    file: 'lib/repair/judge-read.ts',
    tests: ['lib/repair/judge-read.test.ts'],
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
        find: `return hasUnmarkedTrace(operation, snapshot)
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
        find: 'judgeByEvents([...snapshot.events, ...apart], marks',
        replace: 'judgeByEvents(snapshot.events, marks',
      },
      {
        effect: 'totals that moved otherwise are not given to people',
        find: `return settled('needs_review', { code: 'changed_unexplained' })
    case 'pending'`,
        replace: `return judgeAbsence(operation, snapshot, traits, null)
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
    file: 'lib/repair/poll-list.ts',
    tests: ['lib/repair/poll-list.integration.test.ts', 'lib/repair/watch.integration.test.ts'],
    mutants: [
      {
        effect: 'repeated cursor not noticed: an endless walk',
        find: ' || read.next === cursor',
        replace: '',
      },
      {
        effect: 'a walk that failed loses its place',
        find: 'const reached = cursor === null ? null : { since, startedAt, cursor, newest }',
        replace: 'const reached = null',
      },
      {
        effect: 'one broken connection stops the polling',
        find: "    log().warn({ error, connectionId }, 'a list could not be asked; tried again after the lease')",
        replace: '    throw error',
      },
      {
        effect: 'a walk has no bound',
        find: 'page < pages; page += 1',
        replace: 'page < pages + 1000; page += 1',
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
        find: "if (finding.isAccepted && operation.state === 'unknown') {",
        replace: "if (finding.isAccepted && operation.state === 'intended') {",
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
