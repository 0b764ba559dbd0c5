import type { MutatedFile } from '../mutant'

/** The one path that moves money. */
export const RUNNER: readonly MutatedFile[] = [
  {
    file: 'lib/operations/runner/run-operation.ts',
    tests: ['lib/operations/runner/run-operation.integration.test.ts'],
    mutants: [
      {
        effect: 'latest start is the whole deadline: a send ends after repair gave it up',
        find: 'LIMITS.operation.sendDeadlineMs - LIMITS.provider.writeTimeoutMs',
        replace: 'LIMITS.operation.sendDeadlineMs',
      },
      {
        effect: 'after an error any operation with this id counts as ours',
        find: "if (await isAttemptStored(database, intent.attemptId)) return 'written'",
        replace: "if ((await findInputDigest(database, operationId)) !== null) return 'written'",
      },
      {
        effect: 'after an error an intent that stands is given up',
        find: "if (await isAttemptStored(database, intent.attemptId)) return 'written'",
        replace: '',
      },
      {
        effect: 'after an error it is sent all the same',
        find: "if (await isAttemptStored(database, intent.attemptId)) return 'written'",
        replace: "return 'written'",
      },
      {
        effect: 'after an error nothing is said to be started, though it may be under way',
        find: 'if ((await findInputDigest(database, operationId)) === null) throw error',
        replace: '',
      },
      {
        effect: 'the lock is not waited for',
        find: 'const lock = await sender.lock',
        replace: 'const lock = { isHeld: () => true }',
      },
      {
        effect: 'sent without an intent',
        find: `  if (written !== 'written') return explainUnwritten(database, intent, written)
`,
        replace: '',
      },
      {
        effect: 'a sender whose lock has ended sends all the same',
        find: 'lock.isHeld() ? latestStartMs : -Infinity',
        replace: 'lock.isHeld() ? latestStartMs : latestStartMs',
      },
      {
        effect: 'the lock is given back before the outcome is written',
        find: `  const sent = await sendOnce(run, reference, bounds)
`,
        replace: `  const sent = await sendOnce(run, reference, bounds)
  await bounds.lock.release()
`,
      },
      {
        effect: 'a refusal that could not be read is believed for hours',
        find: 'if (isUnread(sent.result)) await readSoon(database, transactionId)',
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
        effect: 'a late request is reported to be a stale page',
        find: "? 'stale_page' : 'nothing_started'",
        replace: "? 'stale_page' : 'stale_page'",
      },
      {
        effect: 'an open operation is reported as a stale page',
        find: `if (open !== null) return operationOpen(database, open)
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/operations/runner/sender.ts',
    tests: ['lib/operations/runner/run-operation.integration.test.ts'],
    mutants: [
      {
        effect: 'the lock of a send is kept for ever',
        find: 'if (isDismissed) return',
        replace: 'if (!isDismissed) return',
      },
    ],
  },
  {
    file: 'lib/operations/runner/settle-send.ts',
    tests: [
      'lib/operations/runner/settle-send.integration.test.ts',
      'lib/operations/runner/statement-counts.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'no first check is planned for pending and unknown',
        find: 'checkAfterMs: firstCheck',
        replace: 'checkAfterMs: null',
      },
      {
        effect: 'an answer whose figures contradict each other counts as success',
        find: '...toOutcome(withoutContradiction(result))',
        replace: '...toOutcome(result)',
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
        effect: 'an outcome that another one wrote is reported as ours',
        find: 'if (operation?.state !== outcome.state) return null',
        replace: 'if (operation === null) return null',
      },
      {
        effect: 'the payment of an answer is not kept where the outcome did not',
        find: 'if (snapshot !== null && !recorded.isKept) {',
        replace: 'if (snapshot === undefined) {',
      },
      {
        effect: 'the payment of an answer costs a statement and a commit of its own',
        find: `    connectionId,
    readAt: null,
`,
        replace: `    readAt: null,
`,
      },
      {
        effect: 'the provider’s wish to wait is forgotten',
        find: "retry: result.retryAt ? { kind: 'after', at: result.retryAt } : null",
        replace: 'retry: null',
      },
      {
        effect: 'the HTTP exchange is not kept',
        find: 'attempt: { id: operation.attemptId, httpExchange }',
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
    file: 'lib/operations/runner/next-check.ts',
    tests: ['lib/operations/runner/next-check.test.ts'],
    mutants: [
      {
        effect: 'people never have to decide',
        find: 'checks < delaysMs.length + dailyChecks ? dailyMs : null',
        replace: 'dailyMs',
      },
      {
        effect: 'one daily check fewer',
        find: 'checks < delaysMs.length + dailyChecks',
        replace: 'checks + 1 < delaysMs.length + dailyChecks',
      },
    ],
  },
  {
    file: 'lib/operations/runner/start-operation.ts',
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
]
