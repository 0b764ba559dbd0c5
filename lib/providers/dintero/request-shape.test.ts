import { describe, expect, it } from 'vitest'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { OperationCommand } from '../port'
import { operationBody, operationPath } from './request-body'

const CUP: OrderItem = {
  lineId: '2',
  sku: 'SKU-CUP',
  description: 'Coffee cup',
  quantityMicros: 4_000_000,
  amountMinor: 59_800,
  vatAmountMinor: 11_960,
  vatBasisPoints: 2_500,
  kind: 'physical',
  grossAmountMinor: 69_800,
}

const TWO_CUPS = {
  lineId: '2',
  quantityMicros: 2_000_000,
  amountMinor: 29_900,
  vatAmountMinor: 5_980,
  item: CUP,
}

function command(kind: OperationKind, change: Partial<OperationCommand> = {}): OperationCommand {
  return {
    kind,
    transaction: { providerTransactionId: 'T1/x', orderReference: null },
    method: 'klarna.klarna',
    amountMinor: 29_900,
    currency: 'NOK',
    lines: [],
    newItems: null,
    reference: 'pd-1',
    operationId: 'op-1',
    reason: 'broken',
    sendBeforeMs: () => Infinity,
    ...change,
  }
}

function body(kind: OperationKind, change?: Partial<OperationCommand>): unknown {
  return JSON.parse(operationBody(command(kind, change)) ?? 'null')
}

const metadata = { ext_operation_id: 'op-1' }

describe('Dintero: the request of an operation', () => {
  it.each([
    ['capture', 'capture'],
    ['refund', 'refund'],
    ['void', 'void'],
    ['update_authorization', 'authorization'],
    ['extend_authorization', 'authorization'],
  ] as const)('%s is posted to %s, the id encoded', (kind, word) => {
    expect(operationPath(command(kind))).toBe(`/transactions/T1%2Fx/${word}`)
  })

  it('is none for what the API does not have', () => {
    expect(() => operationPath(command('charge_again'))).toThrow('charge_again')
    expect(() => operationBody(command('charge_again'))).toThrow('charge_again')
  })

  it('names no lines where it goes by amount, and no reason for a capture', () => {
    expect(body('capture')).toEqual({ amount: 29_900, capture_reference: 'pd-1', metadata })
  })

  it('known defect 13: has description and VAT of every line', () => {
    expect(body('capture', { lines: [TWO_CUPS] })).toEqual({
      amount: 29_900,
      items: [
        {
          line_id: '2',
          id: 'SKU-CUP',
          description: 'Coffee cup',
          quantity: 2,
          amount: 29_900,
          vat: 25,
          vat_amount: 5_980,
          type: 'physical',
        },
      ],
      capture_reference: 'pd-1',
      metadata,
    })
  })

  it('leaves unknown fields out of a line', () => {
    const bare = {
      ...CUP,
      sku: null,
      quantityMicros: null,
      vatAmountMinor: null,
      vatBasisPoints: null,
    }
    const newItems = [bare]
    expect(body('update_authorization', { newItems, amountMinor: 59_800 })).toEqual({
      amount: 59_800,
      items: [{ line_id: '2', description: 'Coffee cup', amount: 59_800, type: 'physical' }],
      reason: 'broken',
      reference: 'pd-1',
    })
  })

  it('of a refund has reason and reference', () => {
    expect(body('refund')).toEqual({
      amount: 29_900,
      reason: 'broken',
      refund_reference: 'pd-1',
      metadata,
    })
  })

  it('gives the reason in words, since Klarna and the portal show it (§7.6)', () => {
    const reason = 'waiting_for_stock: until May'
    expect(body('extend_authorization', { reason })).toMatchObject({
      reason: 'Waiting for stock: until May',
    })
  })

  it('of an extension has no amount, which would change the order', () => {
    expect(body('extend_authorization')).toEqual({ reason: 'broken', reference: 'pd-1' })
    expect(body('extend_authorization', { reason: null })).toEqual({ reference: 'pd-1' })
  })

  it('of a void has no body', () => {
    expect(operationBody(command('void'))).toBeNull()
  })
})
