import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import { selectLines } from '@/lib/domain/rules/line-selection'
import { linesToCapture } from '@/lib/domain/rules/lines-left'
import { changeOrder } from '@/lib/domain/rules/order-change'
import type { OrderItemProgress } from '@/lib/domain/view/transaction-view'
import type { OperationCommand } from '../port'
import { operationBody } from './request-body'

const PIECE = 1_000_000
const NOTHING = { quantityMicros: 0, amountMinor: 0 }

const bodySchema = z.object({
  amount: z.int(),
  items: z.array(z.object({ amount: z.int(), vat_amount: z.int() })),
})

/** Untouched orders: pieces and weights, discounts, and gift cards that take something off. */
const orders = fc
  .array(
    fc.record({
      quantityMicros: fc.oneof(
        fc.integer({ min: 1, max: 20 }).map((pieces) => pieces * PIECE),
        fc.integer({ min: 1, max: 5 * PIECE }),
      ),
      amountMinor: fc.oneof(
        fc.integer({ min: 1, max: 10 ** 7 }),
        fc.integer({ min: -500, max: -1 }),
      ),
      discountMinor: fc.integer({ min: 0, max: 10 ** 5 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) =>
    lines.map(({ quantityMicros, amountMinor, discountMinor }, index): OrderItemProgress => {
      const item: OrderItem = {
        lineId: String(index),
        sku: null,
        description: `Line ${index}`,
        kind: 'physical',
        quantityMicros,
        amountMinor,
        grossAmountMinor: amountMinor + discountMinor,
        vatAmountMinor: Math.trunc(amountMinor / 5),
        vatBasisPoints: 2500,
      }
      return { item, captured: NOTHING, refunded: NOTHING }
    }),
  )
const tenths = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 8, maxLength: 8 })

const command: OperationCommand = {
  operationId: '0b5f0a3e-4f6e-4c57-9d0f-0f3c5f1f2a11',
  reference: 'pd-0b5f0a3e4f6e4c579d0f0f3c5f1f2a11',
  kind: 'capture',
  transaction: { providerTransactionId: 'T1', orderReference: null, knownEvents: 1 },
  method: 'klarna.klarna',
  currency: 'NOK',
  amountMinor: 0,
  lines: [],
  newItems: null,
  reason: null,
  sendBeforeMs: () => Infinity,
}

function sent(change: Partial<OperationCommand>) {
  return bodySchema.parse(JSON.parse(operationBody({ ...command, ...change }) ?? ''))
}

function sumOf(items: readonly { readonly amount: number }[]): number {
  return items.reduce((sum, { amount }) => sum + amount, 0)
}

describe('Dintero: the body for a random order', () => {
  it('adds up to the amount of a capture or refund', () => {
    fc.assert(
      fc.property(orders, tenths, fc.constantFrom('capture', 'refund'), (order, parts, kind) => {
        const authorizedMinor = order.reduce((sum, { item }) => sum + item.amountMinor, 0)
        const none = { capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
        const left = linesToCapture(order, { authorizedMinor, ...none }) ?? []
        const choices = left.map(({ item: { lineId }, leftQuantityMicros }, index) => ({
          lineId,
          amountMinor: null,
          quantityMicros: Math.floor((leftQuantityMicros * (parts[index] ?? 0)) / 10),
        }))
        const picked = choices.filter(({ quantityMicros }) => quantityMicros > 0)
        const selected = selectLines(left, picked)
        fc.pre(selected.ok)
        const { amountMinor } = selected.value
        const lines = selected.value.lines.flatMap((line) =>
          order
            .filter(({ item }) => item.lineId === line.lineId)
            .map(({ item }) => ({ ...line, item })),
        )
        const body = sent({ kind, amountMinor, lines })
        expect(body.amount).toBe(amountMinor)
        expect(body.items).toHaveLength(picked.length)
        expect(sumOf(body.items)).toBe(amountMinor)
      }),
    )
  })

  it('adds up to the new total of a changed order', () => {
    fc.assert(
      fc.property(orders, tenths, (order, parts) => {
        const changes = order.map(({ item: { lineId, quantityMicros } }, index) => ({
          lineId,
          quantityMicros: Math.floor(((quantityMicros ?? 0) * (parts[index] ?? 0)) / 5),
        }))
        const changed = changeOrder(order, [], changes)
        fc.pre(changed.ok)
        const { amountMinor, items } = changed.value
        const body = sent({ kind: 'update_authorization', amountMinor, newItems: items })
        expect(body.amount).toBe(amountMinor)
        expect(sumOf(body.items)).toBe(amountMinor)
      }),
    )
  })
})
