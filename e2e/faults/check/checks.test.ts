import { describe, expect, it } from 'vitest'
import type { Failure } from '@/lib/domain/operation/result'
import type { Hearing } from '../model/diary'
import type { Effect } from '../model/ledger'
import type { Told } from '../model/messages'
import { makePlan } from '../plan/plan'
import { DINTERO } from '../providers/dintero'
import { Sends } from '../world/sends'
import { jsonbText } from './check-audit'
import { checkOperations, type OperationRow } from './check-money'
import { checkWords } from './check-words'

const ID = '0199aaaa-0000-4000-8000-000000000001'
const DONE: OperationRow = {
  ...{ id: ID, kind: 'capture', state: 'succeeded', amountMinor: 100, hasAttempt: true },
  ...{ attemptAtMs: 0, settleMs: 5 },
}
const EFFECT: Effect = { operationId: ID, kind: 'CAPTURE', amountMinor: 100 }
const UNNAMED: Failure = {
  code: 'operation_open',
  values: { actor: '', kind: 'capture', amountMinor: 100, currency: 'NOK', ageMs: 5 },
}
const nobody: ReadonlySet<string> = new Set()

function money(rows: readonly OperationRow[], effects: readonly Effect[], doubled = nobody) {
  const byOperation = new Map(effects.length === 0 ? [] : [[ID, effects]])
  return checkOperations(rows, byOperation, doubled, nobody).map(({ kind }) => kind)
}

describe('the check of operations', () => {
  it('is content with one operation and its one effect', () => {
    expect(money([DONE], [EFFECT])).toEqual([])
  })

  it.each([
    ['a success that did not happen', [DONE], [], ['money mismatches']],
    ['an amount that differs', [DONE], [{ ...EFFECT, amountMinor: 99 }], ['money mismatches']],
    ['two effects', [DONE], [EFFECT, EFFECT], ['double effects']],
    ['an effect of nobody', [], [EFFECT], ['sends without intent']],
    [
      'an effect without an attempt',
      [{ ...DONE, hasAttempt: false }],
      [EFFECT],
      ['sends without intent'],
    ],
    [
      'a refusal that happened',
      [{ ...DONE, state: 'refused' as const }],
      [EFFECT],
      ['money mismatches'],
    ],
    [
      'one that stays open',
      [{ ...DONE, state: 'needs_review' as const }],
      [EFFECT],
      ['left open beyond the table'],
    ],
  ])('finds %s', (_, rows, effects, found) => {
    expect(money(rows, effects)).toEqual(found)
  })

  it('lets the network double what the campaign told it to double', () => {
    expect(money([DONE], [EFFECT, EFFECT], new Set([ID]))).toEqual([])
  })
})

function hearing(told: Told, amountMinor = 100): Hearing {
  const choice = { mode: 'amount', amountMinor } as const
  const common = { operationId: ID, transactionId: 't', currency: 'NOK', seen: '100.0.0.0.1.0' }
  const input = { ...common, choice, label: null }
  return { ask: { kind: 'capture', input }, actorName: 'Siri Moe', told }
}

function state(name: OperationRow['state']): Told {
  return { kind: 'state', state: name, amountMinor: 100 }
}

function words(hearings: readonly Hearing[], effects: readonly Effect[]) {
  const byOperation = new Map(effects.length === 0 ? [] : [[ID, effects]])
  return checkWords(hearings, [DONE], byOperation, ['Siri Moe']).map(({ what }) => what)
}

describe('the check of words', () => {
  it('lets “unknown” and an honest failure pass', () => {
    expect(words([hearing(state('unknown'))], [EFFECT])).toEqual([])
    expect(words([hearing({ kind: 'internal', message: 'lost' })], [EFFECT])).toEqual([])
  })

  it.each([
    ['“done” without an effect', hearing(state('succeeded')), []],
    ['“refused” with an effect', hearing(state('refused')), [EFFECT]],
    [
      '“nothing was sent” with an effect',
      hearing({ kind: 'failure', failure: { code: 'stale_page' } }),
      [EFFECT],
    ],
    ['somebody unnamed', hearing({ kind: 'failure', failure: UNNAMED }), []],
  ])('finds %s', (_, heard, effects) => {
    expect(words([heard], effects)).toHaveLength(1)
  })

  it('finds one id that was taken for two requests', () => {
    const both = [hearing(state('succeeded')), hearing(state('succeeded'), 1)]
    expect(words(both, [EFFECT])).toHaveLength(2)
  })
})

describe('the sends', () => {
  const send = (answered: number | null) => ({
    ...{ operationId: ID, atMs: 0, wasAnnounced: true, wasDoubled: false, answered },
  })

  it('may be repeated only when the first was turned away unread', () => {
    const renewed = new Sends()
    for (const answered of [401, 200]) renewed.note(send(answered))
    expect(renewed.secondSends()).toEqual([])
    const repeated = new Sends()
    for (const answered of [null, 200]) repeated.note(send(answered))
    expect(repeated.secondSends()).toEqual([ID])
  })
})

describe('the text of a jsonb', () => {
  it('has shorter names first and blanks where PostgreSQL puts them', () => {
    expect(jsonbText({ kind: 'void', amountMinor: 1, list: [null, 'ø"'] })).toBe(
      '{"kind": "void", "list": [null, "ø\\""], "amountMinor": 1}',
    )
  })
})

describe('a plan', () => {
  it('follows from its seed', () => {
    expect(makePlan({ participant: DINTERO, seed: 7, operations: 50, faultyShare: 0.74 })).toEqual(
      makePlan({ participant: DINTERO, seed: 7, operations: 50, faultyShare: 0.74 }),
    )
    expect(
      makePlan({ participant: DINTERO, seed: 7, operations: 50, faultyShare: 0.74 }),
    ).not.toEqual(makePlan({ participant: DINTERO, seed: 8, operations: 50, faultyShare: 0.74 }))
  })
})
