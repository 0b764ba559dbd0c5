import { settingContradictions } from './setting-contradictions'

/** Adding a merchant account. */
export const addConnection = {
  pageTitle: 'Add a connection',
  title: 'Add a connection',
  description:
    'It is tested against the provider first, without moving money. Nothing is stored unless that works.',
  back: 'All connections',
  choose: 'Provider',
  name: 'Name',
  nameMeaning:
    'As people here know the account, such as “My shop”. It stands in lists and exports.',
  account: {
    dintero: {
      label: 'Account id',
      meaning: 'T (test) or P (production) with eight digits, such as T12345678.',
    },
    'bambora-checkout': {
      label: 'Merchant number',
      meaning: 'T (test) or P (production) with digits, such as T123456789.',
    },
    'bambora-native': {
      label: 'Merchant number',
      meaning: 'As Bambora’s support has sent it; those for tests begin with T.',
    },
    oppwa: {
      label: 'Entity id',
      meaning: '32 characters, digits and the letters a to f.',
    },
  },
  address: 'Address',
  addressMeaning: 'Secrets are only sent to the provider’s own addresses.',
  addressMode: { test: '{url} (test)', live: '{url} (live)', both: '{url}' },
  otherAddress: 'Another address',
  addressTyped: 'Base URL',
  secrets: 'Credentials',
  secretsMeaning: 'Stored sealed, and never shown again.',
  show: 'Show the credentials',
  optional: '{label} (optional)',
  rights: {
    dintero:
      'The API client needs the right to read, and to write for captures, refunds and voids. The test shows a missing right to read. Dintero shows a missing right to write only when it is used.',
    'bambora-checkout':
      'The API user needs the rights to read, capture, refund and delete. Bambora shows which of those to move money are missing only when they are used.',
    'bambora-native':
      'The credentials need the rights to read, capture, cancel and refund. The test shows if one is missing.',
    oppwa:
      'The token needs the right to read reports and to make back-office operations. The platform shows a missing right to capture or refund only when it is used.',
  },
  settings: 'Settings of the account',
  settingsMeaning: 'Leave what you do not know as it is: it can be changed later.',
  notSet: 'Not set',
  fields: {
    clientId: { label: 'Client id', meaning: 'Of the API client that is for Paydesk alone.' },
    clientSecret: {
      label: 'Client secret',
      meaning: 'Shown once, when the API client was made.',
    },
    webhookSecret: {
      label: 'Webhook secret',
      meaning:
        'Signs the account’s webhooks. Without it they are refused; it can be added once the webhook is registered.',
    },
    callbackSecret: {
      label: 'Callback secret',
      meaning: 'Signs the callbacks of single payments, where your shop sets our address for them.',
    },
    accessToken: {
      label: 'Access token',
      meaning: 'As the provider shows it, without “Bearer”.',
    },
    secretToken: { label: 'Secret token', meaning: 'Shown once, when the API user was made.' },
    md5Key: {
      label: 'MD5 key',
      meaning: 'Signs the callbacks. Without it they are refused.',
    },
    apiUser: {
      label: 'E-mail address of the API user',
      meaning: 'Tells in the history what was done by Paydesk and what by others.',
    },
    environment: {
      label: 'Environment',
      meaning: 'Test and live have tokens and entities of their own.',
    },
    webhookKey: {
      label: 'Webhook key',
      meaning:
        '64 characters, digits and the letters a to f: the portal shows it when the webhook is registered.',
    },
    otherEntityId: {
      label: 'Second entity id',
      meaning:
        'Another channel of the same merchant whose payments belong here, too: 32 characters.',
    },
    multipleCaptures: {
      label: 'Captures in parts',
      meaning: 'Off where the first capture, even of a part, closes the authorization.',
    },
    partialReversal: {
      label: 'Voids in parts',
      meaning: 'On where a part of what is held can be released.',
    },
    reversesRest: {
      label: 'Voids the rest',
      meaning: 'Off where what is still held cannot be released after a capture of a part.',
    },
    captureDays: {
      label: 'Days to capture',
      meaning:
        'For so many days the acquirer usually keeps an authorization, from {least, number} to {most, number}. The time to capture is reckoned from it.',
    },
    dateSearch: {
      label: 'Search by date',
      meaning:
        'On where the provider has enabled it. Without it there is no list: payments come in by webhooks and references.',
    },
    listDays: {
      label: 'Days of the list',
      meaning: 'So many days back payments are read, from {least, number} to {most, number}.',
    },
    queriesPerMinute: {
      label: 'Reads a minute',
      meaning: 'Of one payment, as the provider allows; usually {usual, number}.',
    },
    currency: {
      label: 'Currency without one',
      meaning:
        'Three capital letters, such as EUR: of declined payments, for which the platform names none. Without it these are not shown.',
    },
    testMode: {
      label: 'Test mode',
      meaning: 'As the shop sends it on the test hosts.',
    },
  },
  options: { test: 'Test', live: 'Live', INTERNAL: 'INTERNAL', EXTERNAL: 'EXTERNAL' },
  submit: 'Test and add',
  pending: 'Testing at {provider}…',
  problems: {
    ...settingContradictions,
    needs_all:
      'Only an admin who sees all connections can add one: others would not see what they add.',
    missing: 'Fill this in.',
    malformed: 'This cannot be right. Enter it as it is described here.',
    name_malformed: 'Choose a name with letters or digits, of at most 100 characters.',
    name_taken:
      'There is a connection of that name. Choose another name; to give that one a new secret, open it in the list.',
    account_malformed: '“{account}” is no account of {provider}. Enter it as it is described here.',
    account_taken:
      'This account is connected already, as “{subject}”. One account has one connection: open that one to give it a new secret.',
    foreign_address:
      'This is no address of {provider}, so that no secret was sent there. Its addresses begin with {subject}.',
    no_api: '{provider} has no API at this address. Check how it ends.',
    credentials_refused:
      '{provider} did not accept these credentials for {account}. Check that they belong to this account and this environment; every account has its own.',
    read_only:
      'These credentials may only read: they cannot capture, void and refund. Ask {provider} for credentials with these rights.',
    right_missing:
      'The credentials are right, but may not read payments. Give them this right at {provider}, and test again.',
    other_environment:
      'The address belongs to the other environment. Choose the environment of the address, or another address.',
    live_payments: 'Payments there move real money. Choose “Live”, or the account for tests.',
    test_payments: 'All payments there were made in test mode. Choose “Test”, or the live account.',
    list_refused:
      'The search by date does not work. Turn it off unless {provider} has enabled it for this account.',
    foreign_payments: 'The newest payment there is not of {account}. Check the number.',
    unknown_account: '{provider} does not know {account} at this address. Check both.',
    unavailable:
      '{provider} could not be reached, or did not answer in time. Nothing was stored: try again.',
    unreadable:
      '{provider} answered in a way that cannot be read. Check the address, and try again.',
  },
  provider: 'The provider’s words: {message}',
  done: {
    title: '{name} is connected',
    meaning: 'The test has passed. What remains:',
    webhook: 'Webhook address',
    webhookWhat: 'webhook address',
    how: {
      dintero:
        'Register it at Dintero as a webhook subscription for payments. Dintero shows a secret then: store it as the webhook secret of this connection.',
      'bambora-checkout':
        'Give it to your shop as the callback address of its payments. Calls are verified by the MD5 key.',
      'bambora-native': 'Bambora Native makes no calls: changes are found by reading.',
      oppwa:
        'Register it in the portal, Administration → Webhooks, with the event PAYMENTS. The portal shows a key: store it as the webhook key of this connection, and then let the portal send its test.',
    },
    toList: 'To all connections',
    another: 'Add another',
  },
}
