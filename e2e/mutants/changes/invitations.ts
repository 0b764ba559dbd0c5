import type { MutatedFile } from '../mutant'

const LINKS = ['lib/people/links.integration.test.ts']
const OWN = ['lib/people/change-own-password.integration.test.ts']

/** One-time links, who may change whom, and one's own password. */
export const INVITATIONS: readonly MutatedFile[] = [
  {
    file: 'db/queries/access/person-links.ts',
    tests: LINKS,
    mutants: [
      {
        effect: 'a link is used twice',
        find: 'link.used_at is null and link.expires_at',
        replace: 'link.expires_at',
        unnoticedBecause: 'its use ends the epoch of the person’s links as well',
      },
      {
        effect: 'an earlier link works beside the newer one',
        find: '  and link.epoch = person.link_epoch and',
        replace: '  and',
      },
      {
        effect: 'a link outlives the rights of who made it',
        find: ' and maker.disabled_at is null and maker.role in (${MAKERS})',
        replace: '',
      },
      {
        effect: 'a link is made by who may no longer make one',
        find: '          and locked.disabled_at is null and ${isActing}',
        replace: '          and locked.disabled_at is null',
      },
      {
        effect: 'a link works after its time',
        find: 'link.used_at is null and link.expires_at > now()',
        replace: 'link.used_at is null',
      },
      {
        effect: 'a link of a disabled person works',
        find: ' and person.disabled_at is null\n',
        replace: '\n',
      },
      {
        effect: 'a password chosen by a link leaves sessions open',
        find: 'session_epoch = users.session_epoch + 1',
        replace: 'session_epoch = users.session_epoch',
      },
    ],
  },
  {
    file: 'db/queries/access/update-person.ts',
    tests: LINKS,
    mutants: [
      {
        effect: 'an invited admin counts as one who can sign in',
        find: ' and password_hash is not null and connection_ids is null',
        replace: ' and connection_ids is null',
      },
      {
        effect: 'a link outlives a password that was set',
        find: `        detail: COUNTED,
        endsLinks: true,
      }
    case 'disable'`,
        replace: `        detail: COUNTED,
      }
    case 'disable'`,
      },
      {
        effect: 'people are changed by who may no longer do so',
        find: ' and ${guard} and ${isActing}',
        replace: ' and ${guard}',
      },
    ],
  },
  {
    file: 'lib/people/may-change.ts',
    tests: LINKS,
    mutants: [
      {
        effect: 'people change their own role',
        find: 'request.actor?.userId === person.id && !isOwnAllowed',
        replace: 'isOwnAllowed && false',
      },
      {
        effect: 'people change those who may do more',
        find: '[person.role, role ?? person.role]',
        replace: '[role ?? person.role]',
      },
      {
        effect: 'people give what they do not hold',
        find: '[person.role, role ?? person.role]',
        replace: '[person.role]',
      },
    ],
  },
  {
    file: 'db/queries/access/update-own-password.ts',
    tests: OWN,
    mutants: [
      {
        effect: 'a password changes by one that is no longer the current',
        find: ' and password_hash = ${change.previousHash}',
        replace: '',
      },
      {
        effect: 'a person’s devices are forgotten when the password changes',
        find: '      ${DEVICES_STAY_KNOWN},\n',
        replace: '',
      },
      {
        effect: 'a changed password ends the session of now, too',
        find: 'update sessions set epoch = changed.session_epoch',
        replace: 'update sessions set epoch = sessions.epoch',
      },
    ],
  },
  {
    file: 'db/queries/access/sessions-of-person.ts',
    tests: OWN,
    mutants: [
      {
        effect: 'people sign others out',
        find: ' and user_id = ${request.actor.userId}::uuid',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/operations/find-transaction-version.ts',
    tests: ['db/queries/sync/unread-payments.integration.test.ts'],
    mutants: [
      {
        effect: 'a payment that cannot be read makes the pages of all others outdated',
        find: 'outerColumn(transactions.providerTransactionId)',
        replace: 'transactions.providerTransactionId',
      },
    ],
  },
]
