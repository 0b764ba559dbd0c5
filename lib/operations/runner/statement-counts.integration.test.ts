import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { captureInput, refundInput } from '@/app/(backoffice)/transactions/[id]/inputs'
import { findLiveSession, insertSession } from '@/db/queries/access/sessions'
import { runAction, type ActionDefinition } from '@/lib/access/action-core'
import type { Actor } from '@/lib/domain/access/actor'
import type { OperationInputs } from '@/lib/domain/operation/inputs'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView, TransactionView } from '@/lib/domain/view/transaction-view'
import { log } from '@/lib/observability/log'
import { capturePayment } from '@/lib/operations/capture-payment'
import { refundPayment } from '@/lib/operations/refund-payment'
import { contextOf } from '@/testing/context-of'
import { CountingDatabase, countCommits } from '@/testing/counting-database'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'

/** What one operation may cost. One more is a regression; one fewer is to be written here. */
const MOST = {
  /** On ordinary connections, by the use case; the action adds the session. */
  statements: 3,
  session: 1,
  /** A refund asks whether a second factor has to be proved first. */
  stepUp: 1,
  /** On the lock's connection: it is taken and given back. */
  lock: 2,
  commits: 2,
}

const CAPTURE = {
  permission: 'operate:capture',
  input: captureInput,
  run: capturePayment,
} as const
const REFUND = { permission: 'operate:refund', input: refundInput, run: refundPayment } as const

let merchant: TestMerchant
let database: CountingDatabase
let commits: () => Promise<number>
let actor: Actor
let sessionId: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  database = new CountingDatabase(merchant.databaseUrl)
  commits = await countCommits(merchant.owner)
  actor = await merchant.actor('admin')
  sessionId = randomUUID()
  const session = { id: sessionId, userId: actor.userId, epoch: 0, userAgent: null, maxAgeS: 3_600 }
  expect(await insertSession(merchant.database, session)).toBe(true)
  // The client of the connection is made, and the lock's connection opened, once a process.
  await capture(await newPayment())
  await vi.waitUntil(() => database.session().statements === MOST.lock)
})
afterAll(async () => {
  await database.close()
  await merchant.stop()
})

function newPayment(): Promise<TransactionView> {
  return merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference, amount: 10_000 }),
  )
}

/** The counts of what is done, the giving back of its lock included. */
async function measured(act: () => Promise<Result<OperationView>>) {
  const session = database.session()
  const before = [database.statements, session.statements, await commits()] as const
  expect(await act()).toMatchObject({ ok: true, value: { state: 'succeeded' } })
  await vi.waitUntil(() => session.statements - before[1] >= MOST.lock)
  return {
    statements: database.statements - before[0],
    lock: session.statements - before[1],
    commits: (await commits()) - before[2],
  }
}

function inputOf({ id, currency, moneyRevision }: TransactionView) {
  const operationId = randomUUID()
  return { operationId, transactionId: id, currency, expectedRevision: moneyRevision }
}

function captureOf(payment: TransactionView): OperationInputs['capture'] {
  const choice = { mode: 'all', amountMinor: payment.amountMinor } as const
  return Object.assign(inputOf(payment), { choice, label: null })
}

function refundOf(payment: TransactionView): OperationInputs['refund'] {
  const choice = { mode: 'amount', amountMinor: 2_500 } as const
  return Object.assign(inputOf(payment), { choice, reason: 'Returned', label: null })
}

function capture(payment: TransactionView) {
  return capturePayment(contextOf(database, actor), captureOf(payment))
}

async function capturedPayment(): Promise<TransactionView> {
  const payment = await newPayment()
  await capture(payment)
  return merchant.reload(payment)
}

/** As the server action does it, but for Next's part. */
function asAction<I>(definition: ActionDefinition<I, OperationView>, input: I) {
  return runAction(
    {
      isOwnOrigin: () => Promise.resolve(true),
      readSession: () => findLiveSession(database, sessionId, true),
      address: () => Promise.resolve('203.0.113.7'),
      database: () => database,
      newRequestId: randomUUID,
      log,
    },
    definition,
    input,
  )
}

describe('statements and commits of an operation', () => {
  const { statements, session, stepUp, lock, commits } = MOST

  it('capture by the use case', async () => {
    const payment = await newPayment()
    expect(await measured(() => capture(payment))).toEqual({ statements, lock, commits })
  })

  it('refund by the use case', async () => {
    const input = refundOf(await capturedPayment())
    const refund = () => refundPayment(contextOf(database, actor), input)
    const counts = { statements: statements + stepUp, lock, commits }
    expect(await measured(refund)).toEqual(counts)
  })

  it('capture by the server action', async () => {
    const input = captureOf(await newPayment())
    const counts = { statements: statements + session, lock, commits }
    expect(await measured(() => asAction(CAPTURE, input))).toEqual(counts)
  })

  it('refund by the server action', async () => {
    const input = refundOf(await capturedPayment())
    const counts = { statements: statements + session + stepUp, lock, commits }
    expect(await measured(() => asAction(REFUND, input))).toEqual(counts)
  })
})
