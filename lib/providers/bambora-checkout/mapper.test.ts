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
      snapshotOf({}, { transactionoperations: [operation(options)] }).flags
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

  it.each(['pending', 'neverheardof', null])(
    'do not release what a capture has claimed that is %s',
    (status) => {
      const pending = { ...capture, status }
      const tree = { transactionoperations: [operation({ transactionoperations: [pending] })] }
      const { totals } = snapshotOf({ available: { capture: 7550, credit: 0 } }, tree)
      expect(totals.releasedMinor).toBe(0)
    },
  )

  it('release nothing by a status that is not known', () => {
    const { totals } = snapshotOf({ status: 'neverheardof', available: { capture: 0, credit: 0 } })
    expect(totals.releasedMinor).toBe(0)
  })

  it('that contradict each other are shown as they are (A3)', () => {
    expect(snapshotOf({ total: total(100, 200) }).totals).toMatchObject({
      authorizedMinor: 12550,
      capturedMinor: 100,
      refundedMinor: 200,
    })
  })
})

describe('Bambora Checkout: status', () => {
  it.each([
    ['Pending', 'on_hold'],
    ['locked', 'on_hold'],
    ['Declined', 'declined'],
    ['verificationdeclined', 'declined'],
    ['VerificationApproved', 'unknown'],
    ['neverheardof', 'unknown'],
  ])('%s is %s', (status, phase) => {
    expect(snapshotOf({ status }).phase).toBe(phase)
  })
})

describe('Bambora Checkout: a payment that was never granted (F6)', () => {
  const nothing = { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
  const available = { capture: 0, credit: 0 }
  const refusedTree = { transactionoperations: [operation({ status: 'declined' })] }

  it.each([
    ['declined', { status: 'declined' }, undefined],
    ['locked, with its sum among the declined', { status: 'Locked', declined: 12_550 }, undefined],
    ['locked, with a declined authorization', { status: 'locked' }, refusedTree],
  ])('is declined, and holds nothing that could be released: %s', (_, change, tree) => {
    const { declined = 0, status } = change as { status: string; declined?: number }
    const sums = Object.assign(total(0), { declined })
    const snapshot = snapshotOf({ status, available, total: sums }, tree)
    expect(snapshot).toMatchObject({ phase: 'declined', totals: nothing, amountMinor: 12_550 })
  })

  it.each(['pending', 'neverheardof'])(
    'is on hold while another authorization is %s, whatever is among the declined',
    (status) => {
      const failed = operation({ id: '1', status: 'declined' })
      const tree = { transactionoperations: [failed, operation({ status })] }
      const sums = Object.assign(total(0), { declined: 12_550 })
      const snapshot = snapshotOf({ status: 'locked', available, total: sums }, tree)
      expect(snapshot).toMatchObject({ phase: 'on_hold', totals: { releasedMinor: 0 } })
    },
  )

  it('but only locked is on hold, and nothing of it is released', () => {
    expect(snapshotOf({ status: 'locked', available })).toMatchObject({
      phase: 'on_hold',
      totals: { releasedMinor: 0 },
    })
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
