import { randomUUID } from 'node:crypto'
import { encodeCursor } from '@/lib/domain/listing/list-cursor'
import { actionAnswer, pageAnswer, readAnswer, type Answer } from './access-answers'
import { PASSWORD, type Person, type Target } from './access-world'

/** Something that can be asked about a target, and the roles that may do it. */
export interface Row {
  readonly name: string
  readonly roles: string
  /** Of these, the roles to whom it makes a difference; all, unless it says otherwise. */
  readonly reaching?: string
  /** True for what those roles reach of every connection: the people of all are theirs to look after. */
  readonly isOfAll?: boolean
  /** The address that is asked for, of a page or a read. */
  readonly path?: (target: Target) => string
  readonly ask: (person: Person, target: Target) => Promise<Answer>
}

export const EVERYONE = 'viewer staff support admin'
const OPERATES = 'staff support admin'

const page = (name: string, path: (target: Target) => string): Row => ({
  name: `page ${name}`,
  roles: EVERYONE,
  path,
  ask: async (person, target) => pageAnswer(person, path(target), target),
})
const read = (name: string, roles: string, path: (target: Target) => string): Row => ({
  name: `read ${name}`,
  roles,
  path,
  ask: async (person, target) => readAnswer(person, path(target), target),
})
const action = (name: string, roles: string, input: (target: Target) => unknown): Row => ({
  name: `action ${name}`,
  roles,
  ask: async (person, target) => actionAnswer(person, name, input(target), target),
})

/** Before any payment of the target. */
const LONG_AGO = encodeCursor({ at: new Date(0), id: randomUUID() })
const TEXTS = ['reference', 'email', 'providerId'] as const

export const LOOKS: readonly Row[] = [
  page('payment', ({ paymentId }) => `/transactions/${paymentId}`),
  page('operation', ({ operationId }) => `/operations/${operationId}`),
  page('payment by id', ({ paymentId }) => `/transactions?q=${paymentId}`),
  page('list of a connection', ({ connectionId }) => `/transactions?connection=${connectionId}`),
  page('list of a method', ({ method }) => `/transactions?view=all&method=${method}`),
  page(
    'list of a status',
    ({ connectionId }) => `/transactions?view=all&status=authorized&connection=${connectionId}`,
  ),
  page(
    'attention',
    ({ connectionId }) => `/transactions?view=attention&connection=${connectionId}`,
  ),
  ...TEXTS.map((text) =>
    page(`search by ${text}`, (target) => `/transactions?view=all&q=${target[text]}`),
  ),
  ...TEXTS.map((text) => page(`exact ${text}`, (target) => `/transactions?q=${target[text]}`)),
  read('operation', EVERYONE, ({ operationId }) => `/api/operations/${operationId}`),
  read('attempts', 'admin', ({ operationId }) => `/api/operations/${operationId}/attempts`),
  read('version', EVERYONE, ({ paymentId }) => `/api/transactions/${paymentId}/version`),
  read(
    'updates',
    EVERYONE,
    ({ connectionId }) =>
      `/api/transactions/updates?newest=${LONG_AGO}&view=all&connection=${connectionId}`,
  ),
  read(
    'updates of a search',
    EVERYONE,
    ({ reference }) => `/api/transactions/updates?newest=${LONG_AGO}&q=${reference}`,
  ),
  ...TEXTS.map((text) =>
    read(`find by ${text}`, EVERYONE, (target) => `/api/transactions/find?q=${target[text]}`),
  ),
  ...TEXTS.map((text) =>
    read(
      `export by ${text}`,
      'support admin',
      (target) => `/api/transactions/export?format=csv&q=${target[text]}`,
    ),
  ),
  read(
    'export of a connection',
    'support admin',
    ({ connectionId }) => `/api/transactions/export?format=csv&view=all&connection=${connectionId}`,
  ),
  read(
    'export of a method',
    'support admin',
    ({ method }) => `/api/transactions/export?format=csv&view=all&method=${method}`,
  ),
  read('import', 'admin', ({ connectionId }) => `/api/connections/${connectionId}/import`),
  // Whoever may not look after connections or people finds no page, whatever the id.
  Object.assign(
    page('connection', ({ connectionId }) => `/settings/connections/${connectionId}`),
    { reaching: 'admin' },
  ),
  Object.assign(
    page('person', ({ personId }) => `/settings/people/${personId}`),
    { reaching: 'admin', isOfAll: true },
  ),
]

/** With a revision that no payment has: where the payment is there, it is refused for that. */
const operation = ({ paymentId }: Target, more: Readonly<Record<string, unknown>>) => ({
  operationId: randomUUID(),
  transactionId: paymentId,
  currency: 'NOK',
  expectedRevision: 'another',
  ...more,
})
const CHOICE = { choice: { mode: 'all', amountMinor: 100 }, label: null }
const AMOUNT = { amountMinor: 100, reason: 'Matrix' }

/** Changes of a connection as it was long ago: where it is there, they are refused for that. */
const CONNECTION_CHANGES: readonly (readonly [name: string, more: object])[] = [
  ['changeConnectionName', { name: 'Matrix' }],
  ['setConnectionEnabled', { isEnabled: false }],
  ['replaceConnectionSecret', { fields: {} }],
  ['changeConnectionSettings', { settings: {} }],
  ['removeConnectionForGood', { typedName: 'Matrix' }],
]

export const ACTIONS: readonly Row[] = [
  action('captureTransaction', 'staff admin', (target) => operation(target, CHOICE)),
  action('refundTransaction', 'support admin', (target) =>
    operation(target, { ...CHOICE, reason: 'Matrix' }),
  ),
  action('voidTransaction', 'staff admin', (target) => operation(target, AMOUNT)),
  action('changeTransactionItems', 'admin', (target) =>
    operation(target, { ...AMOUNT, additions: [], changes: [] }),
  ),
  action('extendTransaction', 'admin', (target) => operation(target, { reason: 'Matrix' })),
  action('chargeTransactionAgain', 'admin', (target) => operation(target, AMOUNT)),
  action('payOutTransaction', 'admin', (target) => operation(target, AMOUNT)),
  action('confirmTransactionReceipt', 'admin', (target) => operation(target, AMOUNT)),
  action('writeTransactionNote', OPERATES, ({ paymentId }) => ({
    noteId: randomUUID(),
    transactionId: paymentId,
    text: 'Matrix',
  })),
  action('tagTransaction', OPERATES, ({ paymentId }) => ({
    transactionId: paymentId,
    tag: 'matrix',
  })),
  action('keepTransactionRest', 'staff admin', ({ paymentId }) => ({ transactionId: paymentId })),
  action('checkOperation', OPERATES, ({ operationId }) => ({ operationId })),
  action('readPaymentAgain', OPERATES, ({ unreadId }) => ({ unreadId })),
  action('decideOperation', 'support admin', ({ operationId }) => ({
    operationId,
    verdict: 'succeeded',
    reason: 'Matrix',
  })),
  { ...action('removeListView', EVERYONE, ({ viewId: id }) => ({ id })), reaching: 'admin' },
  action('invitePerson', 'admin', ({ connectionId }) => ({
    name: 'Kim',
    email: `${randomUUID()}@example.com`,
    role: 'viewer',
    scope: [connectionId],
  })),
  action('changePersonScope', 'admin', ({ personId, connectionId }) => ({
    personId,
    scope: [connectionId],
  })),
  ...CONNECTION_CHANGES.map(([name, more]) =>
    action(name, 'admin', ({ connectionId }) =>
      Object.assign({ connectionId, seen: new Date(0).toISOString() }, more),
    ),
  ),
  action('testConnection', 'admin', ({ connectionId }) => ({ connectionId })),
  // One is under way, so that none begins.
  action('importConnection', 'admin', ({ connectionId }) => ({ connectionId })),
]

/** What people do with their own ways in: that of another person is none, for whoever asks. */
export const OWN_ACTIONS: readonly Row[] = [
  action('signOutBrowser', EVERYONE, ({ sessionId }) => ({ sessionId })),
  action('renamePasskey', EVERYONE, ({ passkeyId }) => ({ passkeyId, name: 'Matrix' })),
  action('removePasskey', EVERYONE, ({ passkeyId }) => ({ passkeyId, current: PASSWORD })),
  action('stepUpByPasskey', EVERYONE, ({ credentialId: id, personId }) => ({
    id,
    clientDataJson: encoded({ type: 'webauthn.get', challenge: 'none' }),
    authenticatorData: 'AA',
    signature: 'AA',
    userHandle: encoded(personId),
  })),
].map((row) => Object.assign(row, { reaching: '' }))

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
