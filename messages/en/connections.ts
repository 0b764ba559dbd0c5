import { addConnection } from './add-connection'
import { connection } from './connection'

/** The merchant accounts whose payments are here: their list, adding one, importing its payments. */
export const connections = {
  list: {
    pageTitle: 'Connections',
    title: 'Connections',
    description: 'The merchant accounts whose payments are here, and how each of them is doing.',
    locked: 'Only some may look after connections',
    lockedMeaning: 'Your role, {role}, may not. Ask {roles}.',
    addButton: 'Add a connection',
    emptyTitle: 'No account is connected yet',
    emptyMeaning:
      'Connect your merchant account at a payment provider: its payments are read, and you can capture, refund and void them here.',
    emptyScope:
      'You see the payments of no connection. Ask an admin who sees all connections to give you one.',
    onlyAll: 'Only an admin who sees all connections can add one.',
    table: {
      caption: 'Connections',
      name: 'Name',
      account: 'Account',
      test: 'Last check',
      sync: 'Changes',
      webhooks: 'Webhooks',
      state: 'State',
    },
    mode: { test: 'Test', live: 'Live' },
    states: {
      works: 'Works',
      attention: 'Look at this',
      broken: 'Does not work',
      disabled: 'Disabled',
      closed: 'Removed',
    },
    check: {
      passed: 'Answered {at}',
      failed: 'Does not work since {since}',
      never: 'Not checked yet',
      disabled: 'Disabled {at}: nothing is begun, and its list is not read',
      closed: 'Removed for good {at}: its payments and their history stay',
      secret:
        'Its secret cannot be opened with the keys of this server. Bring the former key back, or store the secret anew.',
      unusable: 'As it is stored it cannot be used. Check its settings.',
    },
    sync: {
      known: 'Known up to {at}',
      notYet: 'Its list has not been read to the end yet',
      disabled: 'Its list is not read while it is disabled',
      closed: 'Not read any more',
      noList: 'The provider has no list: payments come in by their references',
    },
    webhook: {
      last: 'Last webhook {at}',
      none: 'No webhook has come yet',
      never: 'The provider makes no calls',
      closed: 'Not taken any more',
    },
    unread:
      '{count, plural, one {One payment could not be read} other {# payments could not be read}}',
  },
  add: addConnection,
  import: {
    title: 'Import',
    meaning:
      'Reads every payment that the provider lists. It goes on when you leave this page, and may be repeated: nothing comes in twice.',
    noList:
      'The provider has no list of payments. They come in by their references: <code>npm run import -- --connection "{name}" --reference …</code>',
    start: 'Import the payments',
    again: 'Import again',
    starting: 'Starting…',
    waiting: 'Waiting for its turn…',
    running: 'Importing…',
    progress:
      '{pages, plural, one {One page} other {# pages}} read: {read, plural, one {one payment} other {# payments}} seen, {written, number} of them new or changed.',
    malformed:
      '{count, plural, one {One entry could not be read.} other {# entries could not be read.}}',
    toUnread: 'See what needs attention',
    finished: 'Imported {at}.',
    failed: 'The import stopped {at}: the list could not be read any further.',
    interrupted:
      'The import stopped {at}: the server was interrupted too often. Start it again; what was read is kept.',
    failedNext: 'What was read until then is kept. Start it again.',
    unreachable: 'The progress cannot be read now. The import goes on by itself.',
  },
  ...connection,
} as const
