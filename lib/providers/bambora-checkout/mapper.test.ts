import { describe, expect, it } from 'vitest'
import { deriveStatus } from '@/lib/domain/payment/transaction'
import { capture, operation, transaction } from './fixtures'
import { mapPayment } from './mapper'
import { readOperations } from './parts/operations'
import { transactionSchema } from './schema'

function map(changes: object = {}, tree: object = { transactionoperations: [operation()] }) {
  const history = readOperations(tree)
  if (!history.ok) throw new Error(history.problem)
  const parsed = transactionSchema.parse({ ...transaction, ...changes })
  const parts = { transaction: parsed, operations: history.operations, invoices: [] }
  return mapPayment(parts, 'T123456789')
}

function snapshotOf(changes: object = {}, tree?: object) {
  const mapped = map(changes, tree)
  if (!mapped.ok) throw new Error(mapped.problem)
  return mapped.snapshot
}

const total = (captured: number, credited = 0) => ({ authorized: 12550, captured, credited })

describe('Bambora Checkout: payment flags', () => {
  it('know a single capture only where the authorization says so', () => {
    const flagsOf = (options: object) =>
      snapshotOf({}, { transactionoperations: [operation(options)] }).traits
    expect(flagsOf({ iscapturemulti: false })).toEqual(['single_capture'])
    expect(flagsOf({ iscapturemulti: true })).toEqual([])
    expect(flagsOf({})).toEqual([])
    expect(flagsOf({ iscapturemulti: 'false' })).toEqual([])
  })
})

describe('Bambora Checkout: totals', () => {
  it.each([
    ['authorized', {}, 'authorized', 0],
    [
      'captured in part',
      { total: total(5000), available: { capture: 7550, credit: 5000 } },
      'partially_captured',
      0,
    ],
    [
      'captured in part, with no more to come',
      { total: total(5000), available: { capture: 0, credit: 5000 } },
      'captured',
      7550,
    ],
    [
      'credited',
      { total: total(12550, 12550), available: { capture: 0, credit: 0 } },
      'refunded',
      0,
    ],
    ['deleted', { status: 'Deleted', available: { capture: 12550, credit: 0 } }, 'voided', 12550],
    ['deleted, status unchanged', { available: { capture: 0, credit: 0 } }, 'voided', 12550],
  ])('of a payment that is %s', (_, changes, status, releasedMinor) => {
    const { phase, totals } = snapshotOf(changes)
    expect(deriveStatus(phase, totals)).toBe(status)
    expect(totals.releasedMinor).toBe(releasedMinor)
  })

  it('do not release what a pending capture has claimed', () => {
    const pending = { ...capture, status: 'pending' }
    const tree = { transactionoperations: [operation({ transactionoperations: [pending] })] }
    const { totals } = snapshotOf({ available: { capture: 7550, credit: 0 } }, tree)
    expect(totals.releasedMinor).toBe(0)
  })

  it('that contradict each other make the payment malformed', () => {
    expect(map({ total: total(100, 200) })).toMatchObject({ ok: false })
  })
})

describe('Bambora Checkout: status', () => {
  it.each([
    ['Pending', 'on_hold'],
    ['locked', 'on_hold'],
    ['Declined', 'failed'],
    ['VerificationApproved', 'unknown'],
    ['neverheardof', 'unknown'],
  ])('%s is %s', (status, phase) => {
    expect(snapshotOf({ status }).phase).toBe(phase)
  })
})

describe('Bambora Checkout: method', () => {
  const typed = (displayname: string, id = 2, groupid = 2) => ({
    paymenttypes: [{ id, groupid, displayname }],
  })
  it.each([
    ['a card', typed('American Express'), 'bambora.american_express'],
    ['a wallet', { ...typed('Visa'), wallets: [{ name: 'MobilePay' }] }, 'bambora.mobilepay'],
    ['Walley by its numbers', typed('Faktura', 40, 19), 'bambora.walley'],
    ['Walley by an old name', typed('Collector Bank', 1, 1), 'bambora.walley'],
    ['nothing', { paymenttypes: null }, 'bambora.unknown'],
    ['information that is missing', null, 'bambora.unknown'],
  ])('of %s', (_, information, method) => {
    expect(snapshotOf({ information }).method).toBe(method)
  })
})

describe('Bambora Checkout: a payment', () => {
  it('of another merchant number is malformed', () => {
    expect(map({ merchantnumber: 'P123456789' })).toEqual({
      ok: false,
      problem: 'it belongs to merchant number P123456789',
    })
  })

  it('with an operation in another currency is malformed', () => {
    const currency = { code: 'SEK', minorunits: 2 }
    expect(map({}, { transactionoperations: [operation({ currency })] }).ok).toBe(false)
  })

  it('whose currency is counted otherwise than by ISO 4217 is malformed, and says so', () => {
    const currency = { code: 'TTD', minorunits: 0 }
    const tree = { transactionoperations: [operation({ currency })] }
    expect(map({ currency }, tree)).toEqual({
      ok: false,
      problem: 'it counts TTD with 0 decimals, ISO 4217 with 2',
    })
  })
})
