import type { MutatedFile } from '../mutant'

const RAISING = 'lib/notices/raise-notices.integration.test.ts'
const SENDING = 'lib/notices/send-notices.integration.test.ts'
const ADDRESSES = 'lib/notices/public-address.test.ts'
const CALLS = 'lib/notices/call-address.test.ts'

/** Notices: raised once, for the right people, sent once an hour, and to no address inside a network. */
export const NOTICES: readonly MutatedFile[] = [
  {
    file: 'db/queries/notice/raise-notices.ts',
    tests: [RAISING],
    mutants: [
      {
        effect: 'people hear of payments outside of their scope',
        find: 'or ${notice}.connection_id = any(users.connection_ids)',
        replace: 'or true',
      },
      {
        effect: 'everyone hears of a colleague’s batch',
        find: '${notice}.batch_id is null\n',
        replace: 'true\n',
      },
      {
        effect: 'disabled people hear of everything',
        find: 'users.disabled_at is null and (',
        replace: 'true and (',
      },
      {
        effect: 'a refund that was refused at once counts as failed later',
        find: " in ('pending', 'unknown')",
        replace: " in ('pending', 'unknown', 'refused')",
      },
      {
        effect: 'an instance that finds what another one has just raised fails',
        find: '        on conflict (key) do nothing\n',
        replace: '',
      },
    ],
  },
  {
    file: 'db/queries/notice/read-notices.ts',
    tests: [RAISING],
    mutants: [
      {
        effect: 'the bell counts what a narrowed scope hides',
        find: 'isSeen === undefined ? sql`true`',
        replace: 'isSeen !== null ? sql`true`',
      },
      {
        effect: 'one person reads everyone’s notices away',
        find: 'where user_id = ${userId}::uuid and in_bell and read_at is null',
        replace: 'where in_bell and read_at is null',
      },
    ],
  },
  {
    file: 'db/queries/notice/open-sends.ts',
    tests: [SENDING],
    mutants: [
      {
        effect: 'the webhook is called as often as something happens',
        find: "isWaiting})\n        on conflict (receiver, kind) do update set next_at = 'infinity'\n        where digest.next_at <= now()\n",
        replace:
          "isWaiting})\n        on conflict (receiver, kind) do update set next_at = 'infinity'\n",
      },
    ],
  },
  {
    file: 'db/queries/notice/claim-sends.ts',
    tests: [SENDING],
    mutants: [
      {
        effect: 'the hour of a receiver never begins',
        find: "const pauseMs = ended.end === 'empty' ? 0 : everyMs",
        replace: "const pauseMs = ended.end === 'empty' ? everyMs : 0",
      },
      {
        effect: 'a send is never taken up again after its instance died',
        find: "where state = 'open' and due_at <= now()",
        replace: "where state = 'open' and tries = 0 and due_at <= now()",
      },
    ],
  },
  {
    file: 'db/queries/notice/find-digest.ts',
    tests: [SENDING],
    mutants: [
      {
        effect: 'a mail says what its person may not see any more',
        find: '        and ${isReached(sql`notices`)}\n',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/notices/public-address.ts',
    tests: [ADDRESSES, CALLS],
    mutants: [
      {
        effect: 'a name with one address of the internet may lead inside a network',
        find: '!addresses.every(',
        replace: '!addresses.some(',
      },
      {
        effect: 'an IPv4 address in IPv6 dress is called',
        find: 'return family === 6 && publicV6.check(address,',
        replace: 'return family === 6 || publicV6.check(address,',
      },
      {
        effect: 'the address of a cloud’s secrets is called',
        find: "  ['169.254.0.0', 16],\n",
        replace: '',
      },
    ],
  },
  {
    file: 'lib/notices/call-address.ts',
    tests: [CALLS, SENDING],
    mutants: [
      {
        effect: 'a name is called wherever it leads',
        find: ', lookup: createCheckedLookup(allowsLoopback)',
        replace: '',
      },
      {
        effect: 'an address that is written as a number is called wherever it is',
        find: '    refuseForbiddenHost(new URL(url), allowsLoopback)\n',
        replace: '',
      },
      {
        effect: 'a redirect counts as delivered',
        find: 'status >= 200 && status < 300',
        replace: 'status >= 200 && status < 400',
      },
    ],
  },
]
