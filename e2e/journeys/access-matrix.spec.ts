import { randomUUID } from 'node:crypto'
import { encodeCursor } from '@/lib/domain/listing/list-cursor'
import {
  PASSWORD,
  startAccessWorld,
  type AccessWorld,
  type Person,
  type Target,
} from '../support/access-world'
import { actionAnswer, pageAnswer, readAnswer, type Answer } from '../support/access-answers'
import { expect, test } from '../support/test'

/** `missing`: answered as for something that does not exist. */
type Cell = 'forbidden' | 'missing' | 'reached'

/** Something that can be asked about a target, and the roles that may do it. */
interface Row {
  readonly name: string
  readonly roles: string
  /** Of these, the roles to whom it makes a difference; all, unless it says otherwise. */
  readonly reaching?: string
  readonly ask: (person: Person, target: Target) => Promise<Answer>
}

const EVERYONE = 'viewer staff support admin'
const OPERATES = 'staff support admin'

const page = (name: string, path: (target: Target) => string): Row => ({
  name: `page ${name}`,
  roles: EVERYONE,
  ask: async (person, target) => pageAnswer(person, path(target), target),
})
const read = (name: string, roles: string, path: (target: Target) => string): Row => ({
  name: `read ${name}`,
  roles,
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

const LOOKS: readonly Row[] = [
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

const ACTIONS: readonly Row[] = [
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
]

/** What people do with their own ways in: that of another person is none, for whoever asks. */
const OWN_ACTIONS: readonly Row[] = [
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

/** What is done with a person who sees one connection: the codes by which it is answered. */
const PERSON_ACTIONS: readonly (readonly [name: string, more: object])[] = [
  ['makePersonLink', {}],
  ['changePersonRole', { role: 'staff' }],
  ['setPersonAccess', { isEnabled: false }],
  ['signPersonOut', {}],
  ['unlockPerson', {}],
  ['removePersonPasskeys', {}],
  ['resetPersonFactor', {}],
]

/** Pages and files about everything, and the roles that meet a connection's texts in them. */
const WHOLE: readonly (readonly [path: string, roles: string])[] = [
  ['/transactions?view=all', EVERYONE],
  ['/transactions?view=attention', EVERYONE],
  ['/transactions?view=to-capture', EVERYONE],
  ['/operations', EVERYONE],
  ['/api/transactions/find?q=7001', EVERYONE],
  ['/api/transactions/export?format=csv&view=all', 'support admin'],
  ['/settings/people', 'admin'],
  ['/settings/people?q=account&role=viewer&state=active', 'admin'],
  ['/overview', ''],
  ['/audit', ''],
  ['/account', ''],
  ['/api/audit/heads', ''],
  ['/api/operations/open', ''],
  ['/api/transactions/updates?view=all', ''],
]

const TARGETS = ['own', 'foreign', 'random'] as const
type TargetName = (typeof TARGETS)[number]

function sees({ scope }: Person, target: TargetName): boolean {
  if (target === 'random') return false
  return scope === 'all' || scope === 'both' || scope === target
}

function expectedCell(row: Row, person: Person, target: TargetName): Cell {
  if (!row.roles.split(' ').includes(person.role)) return 'forbidden'
  const reaches = (row.reaching ?? row.roles).split(' ').includes(person.role)
  return reaches && sees(person, target) ? 'reached' : 'missing'
}

/** Asks about each target; what is answered as for the random one is missing. */
async function cellsOf(row: Row, person: Person, world: AccessWorld): Promise<readonly Cell[]> {
  const answers: Answer[] = []
  for (const name of TARGETS) answers.push(await row.ask(person, world.targets[name]))
  const missing = answers.at(-1)
  return answers.map((answer) => {
    if (answer.isForbidden) return 'forbidden'
    return answer.text === missing?.text && answer.status === missing.status ? 'missing' : 'reached'
  })
}

/** The cells that are not as expected, and the number of all. */
class Matrix {
  readonly wrong: string[] = []
  count = 0

  constructor(private readonly world: AccessWorld) {}

  /** What a person meets and is told without changing anything. */
  async look(person: Person): Promise<void> {
    const { targets } = this.world
    for (const [path, roles] of WHOLE) {
      const { body } = await readAnswer(person, path, targets.random)
      for (const name of ['own', 'foreign'] as const) {
        const isShown = roles.split(' ').includes(person.role) && sees(person, name)
        this.check(person, `${path} shows ${name}`, body.includes(targets[name].word), isShown)
      }
    }
    await this.checkRows(person, LOOKS)
  }

  /** What a person may change. */
  async act(person: Person): Promise<void> {
    await this.checkRows(person, [...ACTIONS, ...OWN_ACTIONS])
    for (const [name, more] of PERSON_ACTIONS) {
      for (const of of TARGETS) {
        const target = this.world.targets[of]
        const input = { personId: target.personId, ...more }
        const { code } = await actionAnswer(person, name, input, target)
        this.check(person, `${name} of ${of}`, code, personCode(person, of))
      }
    }
  }

  private async checkRows(person: Person, rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      const cells = await cellsOf(row, person, this.world)
      for (const [number, name] of TARGETS.entries()) {
        const expected = expectedCell(row, person, name)
        this.check(person, `${row.name} of ${name}`, cells[number], expected)
      }
    }
  }

  private check({ role, scope }: Person, name: string, actual: unknown, expected: unknown): void {
    this.count += 1
    if (actual === expected) return
    this.wrong.push(`${role} ${scope}: ${name}: ${String(actual)}, not ${String(expected)}`)
  }
}

function personCode(person: Person, target: TargetName): string {
  if (person.role !== 'admin') return 'not_permitted'
  if (target === 'random') return 'unknown_person'
  return sees(person, target) ? 'ok' : 'person_above_own'
}

async function expectMatrix(
  wanted: (person: Pick<Person, 'role' | 'scope'>) => boolean,
  least: number,
) {
  const world = await startAccessWorld(wanted)
  try {
    const matrix = new Matrix(world)
    for (const person of world.people) await matrix.look(person)
    // A decision settles an operation: it is made when all have looked.
    for (const person of world.people) {
      await matrix.act(person)
      await world.restore()
    }
    const { wrong, count } = matrix
    console.log(`access matrix: ${count} cells, ${wrong.length} not as expected`)
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThanOrEqual(least)
  } finally {
    await world.stop()
  }
}

test('access matrix: a sample of roles and scopes leaks nothing', async () => {
  const sample = ['support foreign', 'admin own']
  await expectMatrix(({ role, scope }) => sample.includes(`${role} ${scope}`), 300)
})

test('access matrix: all roles and scopes leak nothing @long', async () => {
  test.setTimeout(900_000)
  await expectMatrix(() => true, 2_000)
})
