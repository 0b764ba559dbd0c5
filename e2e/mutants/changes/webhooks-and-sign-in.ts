import type { MutatedFile } from '../mutant'

/** From a webhook to its read, from a password to a session, and what is kept secret. */
export const WEBHOOKS_AND_SIGN_IN: readonly MutatedFile[] = [
  {
    file: 'lib/sync/read-deliveries.ts',
    tests: ['lib/sync/read-deliveries.integration.test.ts'],
    mutants: [
      {
        effect: 'two webhooks about one payment cause two reads',
        find: 'providerTransactionId === null ? id : `${connectionId} ${providerTransactionId}`',
        replace: 'id',
      },
      {
        effect: 'a payment that lags is given up at once',
        find: "read.problem === 'not_found' && delivery.ageMs > read.features.settleWindowMs",
        replace: "read.problem === 'not_found'",
      },
      {
        effect: 'a webhook is tried for ever',
        find: `if (delayMs === null) await finishDelivery(database, delivery, 'gave_up', null)
  else`,
        replace: `if (delayMs === null) await postponeDelivery(database, delivery.id, 1, 'failure')
  else`,
      },
      {
        effect: 'a failed read closes the webhook',
        find: 'if (result === null) await tryLater(database, delivery)',
        replace: "if (result === null) await finishDelivery(database, delivery, 'read', readAt)",
      },
    ],
  },
  {
    file: 'lib/sync/receive-webhook.ts',
    tests: [
      'lib/sync/receive-webhook.integration.test.ts',
      'app/api/webhooks/[provider]/[connectionId]/route.integration.test.ts',
    ],
    mutants: [
      {
        effect: 'a webhook reaches a connection of another provider',
        find: 'if (connection?.provider !== address.provider ||',
        replace: 'if (connection === null ||',
      },
      {
        effect: 'an id that is none asks the database',
        find: `  if (!isUuid(address.connectionId)) return null
`,
        replace: '',
      },
      {
        effect: 'a repeated webhook is reported as new',
        find: "return isNew ? 'stored' : 'repeated'",
        replace: "return 'stored'",
      },
    ],
  },
  {
    file: 'lib/providers/shared/webhook-notice.ts',
    tests: ['lib/providers/shared/webhook-notice.test.ts'],
    mutants: [
      {
        effect: 'deliveries with names that are too long are one',
        find: 'id.safeParse(deliveryId).data ?? digestOf(deliveryId)',
        replace: "id.safeParse(deliveryId).data ?? digestOf('')",
      },
      {
        effect: 'a webhook with a name that no index holds comes for weeks',
        find: 'id.safeParse(deliveryId).data ?? digestOf(deliveryId)',
        replace: 'deliveryId',
      },
      {
        effect: 'what is no id of a payment is read for ever',
        find: 'id.safeParse(providerTransactionId).data ?? null',
        replace: 'providerTransactionId',
      },
      {
        effect: 'an order reference is longer than any that is searched for',
        find: 'readText(orderReference, reference) ?? null',
        replace: 'orderReference',
      },
    ],
  },
  {
    file: 'lib/access/sign-in/sign-in.ts',
    tests: ['lib/access/sign-in/sign-in.integration.test.ts'],
    mutants: [
      {
        effect: 'a disabled person signs in',
        find: 'if (user === null || !isRight || user.isDisabled) {',
        replace: 'if (user === null || !isRight) {',
        unnoticedBecause:
          'the statement that opens the session refuses a disabled person too, tested beside it',
      },
      {
        effect: 'any password is right',
        find: 'if (user === null || !isRight || user.isDisabled) {',
        replace: 'if (user === null || user.isDisabled) {',
      },
      {
        effect: 'a password of any length is hashed',
        find: `  if (request.password.length > LIMITS.access.passwordLength) return wrongCredentials()
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/access/email-address.ts',
    tests: ['lib/access/sign-in/sign-in.integration.test.ts'],
    mutants: [
      {
        effect: 'capitals make another person',
        find: 'text.trim().toLowerCase()',
        replace: 'text.trim()',
      },
    ],
  },
  {
    file: 'lib/access/email-address.ts',
    tests: ['lib/access/email-address.test.ts'],
    mutants: [
      {
        effect: 'two addresses pass for one, and a link is mailed to both',
        find: '/^[^\\s@,;:',
        replace: '/^[^\\s@:',
      },
    ],
  },
  {
    file: 'lib/access/passwords.ts',
    tests: ['lib/access/passwords.test.ts'],
    mutants: [
      {
        effect: 'the dummy hash signs in',
        find: 'return isVerified && passwordHash !== null',
        replace: 'return isVerified',
        unnoticedBecause: 'no known password fits the dummy hash',
      },
      {
        effect: 'an unknown person is revealed by the time it takes',
        find: 'await verify(passwordHash ?? DUMMY_HASH, password)',
        replace: 'passwordHash !== null && (await verify(passwordHash, password))',
      },
    ],
  },
  {
    file: 'lib/config/secret-box.ts',
    tests: ['lib/config/secret-box.test.ts'],
    mutants: [
      {
        effect: 'a copied row opens elsewhere',
        find: 'Buffer.from(`${head}.${context}`, ',
        replace: 'Buffer.from(`${head}.${context.slice(0, 0)}`, ',
      },
      {
        effect: 'a secret of another version is read',
        find: '(v1|v2\\.',
        replace: '(v1|v\\d\\.',
      },
      { effect: 'a cut secret is read', find: ' || more.length > 0', replace: '' },
    ],
  },
  {
    file: 'lib/access/read-core.ts',
    tests: ['lib/access/read-core.test.ts'],
    mutants: [
      {
        effect: 'permission not checked for reads',
        find: 'if (!isPermitted(actor.role, permission)) {',
        replace: "if (!isPermitted('admin', permission)) {",
      },
      {
        effect: 'people without the second factor that their role needs read on',
        find: 'if (needsSecondFactor && !isUse) return answer(secondFactorRequired())',
        replace: '',
      },
      {
        effect: 'people without the second factor that their role needs take files along',
        find: 'if (needsSecondFactor) return answer(',
        replace: 'if (needsSecondFactor && !isUse) return answer(',
      },
      {
        effect: 'a read without a session fails as if Paydesk were broken',
        find: 'if (!isUse) return answer(notSignedIn())',
        replace: 'if (!isUse) throw new Error()',
      },
      {
        effect: 'answers are kept by browsers',
        find: "Response.json(result, { status, headers: { 'cache-control': 'no-store' } })",
        replace: 'Response.json(result, { status })',
      },
      {
        effect: 'refusals are answered with 200',
        find: 'result.ok ? 200 : (STATUSES',
        replace: 'result.ok || true ? 200 : (STATUSES',
      },
    ],
  },
  {
    file: 'lib/access/session-token.ts',
    tests: ['lib/access/session-token.test.ts'],
    mutants: [
      {
        effect: 'a token with anything in it is a session',
        find: 'claims = z.object({ sid: z.uuid() })',
        replace: 'claims = z.object({ sid: z.any() })',
      },
      {
        effect: 'a forged token fails with an error',
        find: '  } catch {\n    return null\n  }',
        replace: '  } catch (error) {\n    throw error\n  }',
      },
    ],
  },
]
