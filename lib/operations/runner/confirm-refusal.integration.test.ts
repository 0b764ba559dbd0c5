import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OPERATION_KINDS } from '@/lib/domain/operation/operation'
import type {
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type {
  OperationCommand,
  ProviderClient,
  ReadResult,
  TransactionLocator,
} from '@/lib/providers/port'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { FragileDatabase } from '@/testing/fragile-database'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation } from '@/testing/operation-row'
import { setTestEnvironment } from '@/testing/test-environment'
import { confirmRefusal } from './confirm-refusal'

const REFUSED = {
  outcome: 'refused',
  refusal: { code: 'ANSWERED', message: 'As answered', retry: { kind: 'not_said' } },
  snapshot: null,
} as const

let payments: ListedPayments
let database: FragileDatabase
let operationId: string

beforeAll(async () => {
  setTestEnvironment()
  payments = await startListedPayments()
  database = new FragileDatabase(payments.databaseUrl)
})
afterAll(async () => {
  await database.close()
  await payments.stop()
})
beforeEach(async () => {
  operationId = await addOperation(payments.database, await payments.add({}), {
    state: 'sending',
    sentAt: new Date(),
  })
})

const requested: TransactionLocator[] = []

/** A provider of which only this matters: what a read shows, and whether it echoes references. */
function clientThatReads(read: ReadResult, isEchoing: boolean): ProviderClient {
  const unused = () => Promise.reject(new Error('nothing else is asked'))
  return {
    features: {
      echoesReference: isEchoing ? OPERATION_KINDS : [],
      settleWindowMs: 0,
      listsChanges: false,
      readSpacingMs: 0,
      ownUser: 'us@example.com',
    },
    listTransactions: null,
    checkConnection: unused,
    send: unused,
    readTransaction: (locator) => {
      requested.push(locator)
      return Promise.resolve(read)
    },
  }
}

function confirm(read: ReadResult, isEchoing = true) {
  const command: OperationCommand = {
    kind: 'capture',
    amountMinor: 3_000,
    currency: 'NOK',
    method: 'vipps',
    transaction: { providerTransactionId: 'T1.x', orderReference: 'ORDER-1' },
    lines: [],
    newItems: null,
    reason: null,
    sendBeforeMs: () => Infinity,
    operationId,
    reference: 'pd-own',
  }
  const client = clientThatReads(read, isEchoing)
  return confirmRefusal({ database, client, command }, REFUSED)
}

const shown = (change: Partial<TransactionSnapshot> = {}): ReadResult => ({
  ok: true,
  snapshot: authorizedSnapshot(change),
})

const own = (change: Partial<TransactionEvent> = {}) =>
  captureEvent({ reference: 'pd-own', amountMinor: 3_000, occurredAt: new Date(), ...change })

const CAPTURED = {
  authorizedMinor: 10_000,
  capturedMinor: 3_000,
  refundedMinor: 0,
  releasedMinor: 0,
}

const BEFORE = { authorizedMinor: 10_000, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
const NOT_BELIEVED = {
  outcome: 'unknown',
  message: {
    code: 'refused_but_shown',
    values: { refusalCode: 'ANSWERED', said: 'As answered' },
  },
}

describe('a refusal compared with a read', () => {
  it('asks about the payment, by the operation’s reference too', async () => {
    await confirm(shown())
    expect(requested.at(-1)).toEqual({
      providerTransactionId: 'T1.x',
      orderReference: 'ORDER-1',
      operationReference: 'pd-own',
    })
  })

  it('stands as it was answered where nothing can be read', async () => {
    const read = { ok: false, problem: 'unavailable', message: 'down' } as const
    expect(await confirm(read)).toBe(REFUSED)
  })

  it('stands, with the payment, where nothing of it is shown', async () => {
    const read = shown({ events: [captureEvent({ reference: 'pd-other' })] })
    expect(await confirm(read)).toEqual({ ...REFUSED, snapshot: read.ok && read.snapshot })
  })

  it('has the reason of the failed event, which says more', async () => {
    const error = { code: 'TOLD', message: 'As told', retry: { kind: 'do_not_retry' } } as const
    expect(await confirm(shown({ events: [own({ state: 'failed', error })] }))).toMatchObject({
      outcome: 'refused',
      refusal: error,
      snapshot: { currency: 'NOK' },
    })
  })

  it.each([
    ['done', own()],
    ['promised', own({ state: 'pending' })],
    ['done over another amount', own({ amountMinor: 1 })],
  ])('is not believed where it is shown as %s', async (_, event) => {
    expect(await confirm(shown({ events: [event] }))).toEqual(NOT_BELIEVED)
  })

  it('is not believed where a standalone operation is shown', async () => {
    const read = { ...shown(), separateEvents: [own()] }
    expect(await confirm(read as ReadResult)).toEqual(NOT_BELIEVED)
  })

  it('is not believed of a payment in another currency', async () => {
    expect(await confirm(shown({ currency: 'SEK' }))).toEqual({
      outcome: 'unknown',
      message: { code: 'other_currency' },
    })
  })
})

describe('a refusal of a provider that echoes nothing', () => {
  it('stands where the totals are as before', async () => {
    expect(await confirm(shown(), false)).toMatchObject({ outcome: 'refused' })
  })

  it('stands with its own words where a failure like it is new', async () => {
    const failed = own({ reference: null, state: 'failed' })
    expect(await confirm(shown({ events: [failed] }), false)).toMatchObject({
      outcome: 'refused',
      refusal: REFUSED.refusal,
    })
  })

  it.each([
    ['moved by just its amount', CAPTURED, [own({ reference: null })]],
    ['moved before the history shows it', CAPTURED, [captureEvent({ kind: 'authorize' })]],
    ['moved otherwise', { ...CAPTURED, capturedMinor: 1 }, []],
  ])('is not believed where the totals %s', async (_, totals, events) => {
    expect(await confirm(shown({ totals, events }), false)).toEqual(NOT_BELIEVED)
  })

  it.each([
    ['made without an API user', own({ reference: null, madeBy: null }), CAPTURED, 'none'],
    ['of another kind', own({ reference: null, kind: 'refund' }), {}, 'none'],
  ])('stands, and tells the change, where one is %s (F3)', async (_, event, totals, by) => {
    const read = shown({ totals: { ...BEFORE, ...totals }, events: [event] })
    expect(await confirm(read, false)).toMatchObject({
      outcome: 'refused',
      refusal: {
        code: 'ANSWERED',
        message: { code: 'refused_with_change', values: { said: 'As answered', by } },
      },
    })
  })
})

describe.each([true, false])(
  'a refusal that the database does not let be compared, references echoed: %s',
  (isEchoing) => {
    it('stands as it was answered, to be read soon', async () => {
      database.foretell('never_arrives')
      expect(await confirm(shown({ totals: CAPTURED }), isEchoing)).toBe(REFUSED)
    })
  },
)
