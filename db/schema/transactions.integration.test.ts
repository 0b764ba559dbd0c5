import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'

/** The walls behind the guards of the statements: written straight past these, the table refuses. */

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

const OPERATION = "'01990000-0000-7000-8000-00000000000a'"

/** Changes a new payment of which 40,00 of 100,00 are captured and 10,00 released. */
async function change(assignments: string): Promise<unknown> {
  const totals = {
    authorizedMinor: 10_000,
    capturedMinor: 4_000,
    refundedMinor: 1_000,
    releasedMinor: 1_000,
  }
  const id = await payments.add({ totals })
  return payments.database.run((db) =>
    db.execute(sql`update transactions set ${sql.raw(assignments)} where id = ${id}`),
  )
}

const refusedBy = (constraint: string) => ({ constraint_name: constraint })

describe('the table of payments', () => {
  it.each([
    [
      'captured, released and reserved within authorized',
      `open_operation_id = ${OPERATION}, reserved_capture_minor = 5000`,
      `open_operation_id = ${OPERATION}, reserved_capture_minor = 5001`,
      'transactions_capture_within_authorized',
    ],
    [
      'captured within authorized',
      'captured_minor = 9000',
      'captured_minor = 9001',
      'transactions_capture_within_authorized',
    ],
    [
      'released within authorized',
      'released_minor = 6000',
      'released_minor = 6001',
      'transactions_capture_within_authorized',
    ],
    [
      'refunded and reserved within captured',
      `open_operation_id = ${OPERATION}, reserved_refund_minor = 3000`,
      `open_operation_id = ${OPERATION}, reserved_refund_minor = 3001`,
      'transactions_refund_within_captured',
    ],
    [
      'refunded within captured',
      'refunded_minor = 4000',
      'refunded_minor = 4001',
      'transactions_refund_within_captured',
    ],
    [
      'nothing reserved of the hold without an operation',
      'reserved_capture_minor = 0',
      'reserved_capture_minor = 1',
      'transactions_reserved_by_operation',
    ],
    [
      'nothing reserved of the captures without an operation',
      'reserved_refund_minor = 0',
      'reserved_refund_minor = 1',
      'transactions_reserved_by_operation',
    ],
    [
      'three letters a currency',
      "currency = 'SEK'",
      "currency = 'sek'",
      'transactions_currency_code',
    ],
    ['a known phase', "phase = 'on_hold'", "phase = 'held'", 'transactions_phase_known'],
    ['a known status', "status = 'voided'", "status = 'void'", 'transactions_status_known'],
  ])('holds: %s', async (_, allowed, refused, constraint) => {
    await expect(change(allowed)).resolves.toBeDefined()
    await expect(change(refused)).rejects.toMatchObject(refusedBy(constraint))
  })

  it.each([
    ['amount_minor', 'transactions_amount'],
    ['refunded_minor', 'transactions_refunded_amount'],
    ['released_minor', 'transactions_released_amount'],
    ['reserved_capture_minor', 'transactions_reserved_capture_amount'],
    ['reserved_refund_minor', 'transactions_reserved_refund_amount'],
  ])('holds: %s is never negative', async (column, constraint) => {
    const refused = `open_operation_id = ${OPERATION}, ${column} = -1`
    await expect(change(refused)).rejects.toMatchObject(refusedBy(constraint))
  })

  it.each([
    ['captured_minor = 10001, refunded_minor = 0', 'transactions_c'],
    ['refunded_minor = 10001', 'transactions_'],
    ['is_contradictory = true', 'transactions_totals_flagged'],
  ])('holds: figures contradict each other only where that is said: %s (A3)', async (set, name) => {
    await expect(change(set)).rejects.toMatchObject({
      constraint_name: expect.stringContaining(name),
    })
  })

  it.each([
    ['captured_minor = 10001', 'reserved_capture_minor', 'transactions_capture_within_authorized'],
    ['refunded_minor = 9999', 'reserved_refund_minor', 'transactions_refund_within_captured'],
  ])('holds: nothing is reserved of contradicting figures: %s (A3)', async (set, column, name) => {
    const open = `is_contradictory = true, released_minor = 0, open_operation_id = ${OPERATION}`
    await expect(change(`${open}, ${set}, ${column} = 0`)).resolves.toBeDefined()
    await expect(change(`${open}, ${set}, ${column} = 1`)).rejects.toMatchObject(refusedBy(name))
  })

  it('holds: captured is never negative', async () => {
    const refused = 'refunded_minor = 0, captured_minor = -1'
    await expect(change(refused)).rejects.toMatchObject({
      constraint_name: expect.stringMatching(/captured_amount|within_captured/),
    })
  })

  it('holds: amounts are those that a number can keep', async () => {
    const most = Number.MAX_SAFE_INTEGER
    await expect(change(`amount_minor = ${most}`)).resolves.toBeDefined()
    const refused = refusedBy('transactions_amount')
    await expect(change(`amount_minor = ${most} + 1`)).rejects.toMatchObject(refused)
  })

  it('holds: one row for a payment of a connection', async () => {
    const [one, other] = [await payments.add({}), await payments.add({})]
    const twice = payments.database.run((db) =>
      db.execute(sql`update transactions set provider_transaction_id = (
        select provider_transaction_id from transactions where id = ${one}) where id = ${other}`),
    )
    await expect(twice).rejects.toMatchObject(refusedBy('transactions_provider_id'))
  })

  it.each([
    'authorized_minor = 10001',
    'captured_minor = 4001',
    'refunded_minor = 1001',
    'released_minor = 1001',
    'event_count = 1',
    'operation_count = 1',
  ])('gives a payment another money revision when it has %s', async (assignment) => {
    const { database } = payments
    const id = await payments.add({
      totals: {
        authorizedMinor: 10_000,
        capturedMinor: 4_000,
        refundedMinor: 1_000,
        releasedMinor: 1_000,
      },
    })
    const moneyRevision = async () =>
      (
        await database.run((db) =>
          db.execute(sql`select money_revision from transactions where id = ${id}`),
        )
      )[0]
    const before = await moneyRevision()
    await database.run((db) =>
      db.execute(sql`update transactions set ${sql.raw(assignment)} where id = ${id}`),
    )
    expect(await moneyRevision()).not.toEqual(before)
  })
})
