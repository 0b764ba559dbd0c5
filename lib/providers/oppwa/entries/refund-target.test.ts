import { describe, expect, it } from 'vitest'
import { oppwaEntry } from '../schema'
import { buildTree } from './payment-tree'
import { refundTarget } from './refund-target'

type Step = readonly [id: string, type: string, on: string | null, amount: string, code?: string]

function target(amountMinor: number, ...steps: readonly Step[]) {
  const all: readonly Step[] = [['root', 'PA', null, '100.00'], ...steps]
  const entries = all.map(([id, paymentType, on, amount, code = '000.000.000'], index) =>
    oppwaEntry.parse({
      id,
      paymentType,
      amount,
      currency: 'EUR',
      result: { code },
      ...(on === null ? {} : { referencedId: on }),
      timestamp: `2026-03-01 10:0${index}:00+0000`,
    }),
  )
  const built = buildTree(entries, 'root', { environment: 'live' })
  if (!built.ok) throw new Error(built.problem)
  const found = refundTarget(built.tree, amountMinor)
  return found.ok ? found.id : found.message
}

const LARGE: Step = ['large', 'CP', 'root', '70.00']
const SMALL: Step = ['small', 'CP', 'root', '30.00']

describe('the capture to refund', () => {
  it('is the smallest that has enough left', () => {
    expect(target(2_000, LARGE, SMALL)).toBe('small')
    expect(target(3_000, LARGE, SMALL)).toBe('small')
    expect(target(3_001, LARGE, SMALL)).toBe('large')
  })

  it.each<[string, Step]>([
    ['refunded', ['r', 'RF', 'small', '20.00']],
    ['being refunded', ['r', 'RF', 'small', '20.00', '800.400.502']],
    ['reversed', ['r', 'RV', 'small', '30.00']],
    ['charged back', ['r', 'CB', 'small', '30.00']],
  ])('is another when this one is %s', (_, step) => {
    expect(target(2_000, LARGE, SMALL, step)).toBe('large')
  })

  it('stays when a refund of it has failed', () => {
    expect(target(2_000, LARGE, SMALL, ['r', 'RF', 'small', '30.00', '800.100.150'])).toBe('small')
  })

  it('takes a refund of the authorization from the oldest captures', () => {
    expect(target(3_000, SMALL, LARGE, ['r', 'RF', 'root', '30.00'])).toBe('large')
  })

  it('does not exist for more than any of them has left', () => {
    expect(target(8_000, LARGE, SMALL)).toMatchObject({
      code: 'several_captures',
      values: { largest: '70.00 EUR' },
    })
    expect(target(8_000, SMALL)).toEqual({ code: 'less_to_refund' })
  })
})
