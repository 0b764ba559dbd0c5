import { describe, expect, it } from 'vitest'
import { buildTree } from './entries/payment-tree'
import { oppwaEntry } from './schema'
import { deriveTotals } from './totals'

type Step = readonly [id: string, type: string, on: string | null, amount: string, code?: string]

function totalsOf(steps: readonly Step[], multipleCaptures = true) {
  const entries = steps.map(([id, paymentType, on, amount, code = '000.000.000'], index) =>
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
  const built = buildTree(entries.toReversed(), 'root', { environment: 'live' })
  if (!built.ok) return built.problem
  const totals = deriveTotals(built.tree, { multipleCaptures })
  return [totals.authorizedMinor, totals.capturedMinor, totals.refundedMinor, totals.releasedMinor]
}

const PA: Step = ['root', 'PA', null, '100.00']
const CP: Step = ['c1', 'CP', 'root', '40.00']
const DB: Step = ['root', 'DB', null, '100.00']

describe('OPPWA: totals of a tree', () => {
  it.each<[string, readonly Step[], readonly number[]]>([
    ['authorization', [PA], [10_000, 0, 0, 0]],
    ['captures', [PA, CP, ['c2', 'CP', 'root', '60.00']], [10_000, 10_000, 0, 0]],
    ['refund of a capture', [PA, CP, ['r', 'RF', 'c1', '10.00']], [10_000, 4_000, 1_000, 0]],
    ['reversal of the rest', [PA, CP, ['v', 'RV', 'root', '60.00']], [10_000, 4_000, 0, 6_000]],
    ['reversal of a capture', [PA, CP, ['v', 'RV', 'c1', '40.00']], [10_000, 0, 0, 0]],
    ['reversal of a debit', [DB, ['v', 'RV', 'root', '100.00']], [10_000, 0, 0, 10_000]],
    ['rebill', [DB, ['b', 'RB', 'root', '20.00']], [12_000, 12_000, 0, 0]],
    ['receipt', [PA, ['b', 'RC', 'root', '100.00']], [10_000, 10_000, 0, 0]],
    ['chargeback', [DB, ['b', 'CB', 'root', '30.00']], [10_000, 10_000, 3_000, 0]],
    [
      'chargeback, won',
      [DB, ['b', 'CB', 'root', '30.00'], ['w', 'CR', 'b', '30.00']],
      [10_000, 10_000, 0, 0],
    ],
    ['stand-alone credit', [['root', 'CD', null, '25.00']], [2_500, 2_500, 2_500, 0]],
    [
      'what failed or is pending',
      [
        PA,
        ['c1', 'CP', 'root', '40.00', '800.100.152'],
        ['c2', 'CP', 'root', '5.00', '000.200.000'],
      ],
      [10_000, 0, 0, 0],
    ],
  ])('%s', (_, steps, expected) => {
    expect(totalsOf(steps)).toEqual(expected)
  })

  it('of an account with one capture only: the first closes the authorization', () => {
    expect(totalsOf([PA, CP], false)).toEqual([10_000, 4_000, 0, 6_000])
  })

  it('of an account with one capture only: a receipt does not close the authorization (E10)', () => {
    const receipt: Step = ['b', 'RC', 'root', '40.00']
    expect(totalsOf([PA, receipt], false)).toEqual([10_000, 4_000, 0, 0])
    expect(totalsOf([PA, receipt, ['c2', 'CP', 'root', '20.00']], false)).toEqual([
      10_000, 6_000, 0, 4_000,
    ])
  })

  it('of an account with one capture only: a reversed capture closed it too (E10)', () => {
    expect(totalsOf([PA, CP, ['v', 'RV', 'c1', '40.00']], false)).toEqual([10_000, 0, 0, 10_000])
  })

  it('count a chargeback by its reason, and give nothing back for one in doubt (E7)', () => {
    const back = (code: string): Step => ['b', 'CB', 'root', '30.00', code]
    expect(totalsOf([DB, back('000.100.207')])).toEqual([10_000, 10_000, 3_000, 0])
    for (const code of ['000.100.211', '900.100.300', '800.100.150', '123.456.789']) {
      expect(totalsOf([DB, back(code)]), code).toEqual([10_000, 10_000, 0, 0])
    }
  })

  it('leave out what moves no money and what refers to nothing (A6)', () => {
    expect(totalsOf([PA, ['ri', 'RI', null, '0.00'], ['x', 'RI', 'root', '']])).toEqual([
      10_000, 0, 0, 0,
    ])
  })

  it('are not guessed', () => {
    expect(totalsOf([PA, ['c1', 'CP', null, '40.00']])).toContain('refers to nothing')
    expect(totalsOf([PA, ['c1', 'CP', 'root', '40,00']])).toContain('no readable amount')
  })
})
