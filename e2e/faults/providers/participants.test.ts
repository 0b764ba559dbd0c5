import { describe, expect, it } from 'vitest'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import type { SeedResult } from '../model/seed-result'
import { FAULT_IDS } from '../model/fault-ids'
import { operationIdInReference } from '../model/ledger'
import { SIZES } from '../model/sizes'
import { variantsOf, whyNever } from '../plan/participant'
import { makePlan } from '../plan/plan'
import { byProvider, table } from '../report/report'
import { participantFor, PARTICIPANTS, settingsFor } from './participants'

it('campaign providers: all take part, and seeds alternate among them', () => {
  expect(PARTICIPANTS.map(({ provider }) => provider).toSorted()).toEqual([...PROVIDERS].toSorted())
  const turns = [1, 2, 3, 4].map((seed) => participantFor(seed))
  expect(new Set(turns)).toEqual(new Set(PARTICIPANTS))
  expect(participantFor(5)).toBe(participantFor(1))
})

describe.each(PARTICIPANTS)('campaign provider $provider', (participant) => {
  it.each(FAULT_IDS)('has variants of %s, or the reason why it never has it', (fault) => {
    const variants = variantsOf(participant, fault)
    expect(variants.length > 0).toBe(whyNever(participant, fault) === null)
    expect(variants.every((variant) => variant.fault === fault)).toBe(true)
  })

  it('alternates among all settings of its sandbox', () => {
    const seeds = participant.settings.map((_, turn) => 1 + turn * PARTICIPANTS.length)
    expect(seeds.map((seed) => settingsFor(participant, seed))).toEqual(participant.settings)
  })

  it('gets every fault that it can have in a short seed, and no other', () => {
    const { operations, faultyShare } = SIZES.short
    const plans = makePlan({ participant, seed: 1, operations, faultyShare })
    const planned = plans.flatMap(({ steps }) => steps.flatMap(({ variant }) => variant ?? []))
    expect(new Set(planned.map(({ fault }) => fault))).toEqual(
      new Set(FAULT_IDS.filter((id) => whyNever(participant, id) === null)),
    )
  })
})

it('campaign plan: holds no faults when the provider can have none of those named', () => {
  const participant = PARTICIPANTS.find(({ webhooks }) => webhooks === null)
  if (participant === undefined) throw new Error('all providers call us')
  const plans = makePlan({ participant, seed: 1, operations: 8, faultyShare: 0.74, faults: ['W1'] })
  expect(plans.flatMap(({ steps }) => steps.map(({ variant }) => variant))).toEqual(
    Array.from({ length: 8 }, () => null),
  )
})

it('campaign ledger: finds an operation in the reference that a provider keeps', () => {
  const id = '0199aaaa-0000-4000-8000-000000000001'
  const reference = `pd-${id.replaceAll('-', '')}`
  expect(operationIdInReference(`RET-7 ${reference} – as the customer wished`)).toBe(id)
  expect(operationIdInReference('another reference')).toBeNull()
})

describe('campaign report', () => {
  const result = (seed: number, sends: number): SeedResult => ({
    seed,
    provider: participantFor(seed).provider,
    operations: 10,
    sends,
    durationMs: 1,
    faults: { N1: 2 },
    outcomes: { 'capture refused': seed },
    replies: {},
    settleMs: [5],
    lostMs: [],
    violations: [{ kind: 'chain breaks', operationId: null, what: 'a gap', fault: null }],
  })
  const results = [result(2, 7), result(3, 8)]

  it('has a column for each provider, and “never” where a fault cannot be', () => {
    const lines = table(results).split('\n')
    const cells = (name: string): string[] =>
      (lines.find((line) => line.includes(name)) ?? '').trim().split(/\s{2,}/)
    expect(cells('bambora-checkout')).toEqual(['all', 'bambora-checkout', 'bambora-native'])
    expect(cells('sends seen')).toEqual(['sends seen', '15', '7', '8'])
    expect(cells('W1')).toEqual(['W1 webhook duplicated', '0', '0', 'never'])
    expect(cells('capture refused')).toEqual(['capture refused', '5', '2', '3'])
    expect(cells('chain breaks')).toEqual(['chain breaks', '2', '1', '1'])
    expect(lines).toContain('bambora-native never has W1: it makes no calls to us (§10)')
  })

  it('has the same figures as JSON', () => {
    expect(byProvider(results)).toMatchObject({
      'bambora-checkout': { seeds: 1, sends: 7, faultsById: { N1: 2 } },
      'bambora-native': {
        sends: 8,
        forbidden: { 'chain breaks': 1 },
        never: { O1: expect.stringContaining('portal') },
      },
    })
  })
})
