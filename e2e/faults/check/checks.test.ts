import { describe, expect, it } from 'vitest'
import type { Failure } from '@/lib/domain/operation/result'
import type { FaultId } from '../model/fault-ids'
import { lostAnswerLimitMs } from '../model/limits'
import type { RecordedReply } from '../model/recorder'
import type { Effect } from '../model/ledger'
import type { Reply } from '../model/messages'
import { makePlan } from '../plan/plan'
import { DINTERO } from '../providers/dintero'
import { Sends } from '../world/sends'
import { jsonbText } from './check-audit'
import { checkAuthors } from './check-authors'
import { checkLostAnswers, listLostAnswers, type Hindrances } from './check-lost-answers'
import { checkOperations, type OperationRow } from './check-money'
import { checkReplies } from './check-replies'
import { checkUnseen } from './check-unseen'

const ID = '0199aaaa-0000-4000-8000-000000000001'
const DONE: OperationRow = {
  id: ID,
  kind: 'capture',
  state: 'succeeded',
  amountMinor: 100,
  hasAttempt: true,
  attemptAtMs: 0,
  settleMs: 5,
  lost: null,
  isUnanswered: false,
}
const EFFECT: Effect = { eventId: 'e1', operationId: ID, kind: 'CAPTURE', amountMinor: 100 }
const UNNAMED: Failure = {
  code: 'operation_open',
  values: { actor: '', kind: 'capture', amountMinor: 100, currency: 'NOK', ageMs: 5 },
}
const NONE: ReadonlySet<string> = new Set()

function operationViolations(
  rows: readonly OperationRow[],
  effects: readonly Effect[],
  doubled = NONE,
  doneByColleague = NONE,
) {
  const byOperation = new Map(effects.length === 0 ? [] : [[ID, effects]])
  const allowances = { mayNeedReview: NONE, doneByColleague }
  return checkOperations(rows, byOperation, doubled, allowances).map(({ kind }) => kind)
}

describe('campaign check of operations', () => {
  it('accepts one operation with its one effect', () => {
    expect(operationViolations([DONE], [EFFECT])).toEqual([])
  })

  it.each([
    ['a success that did not happen', [DONE], [], ['booked as ours but not ours']],
    ['an amount that differs', [DONE], [{ ...EFFECT, amountMinor: 99 }], ['money mismatches']],
    ['two effects', [DONE], [EFFECT, EFFECT], ['double effects']],
    ['an effect without an operation', [], [EFFECT], ['sends without intent']],
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
      'an operation that stays open',
      [{ ...DONE, state: 'needs_review' as const }],
      [EFFECT],
      ['left open beyond the table'],
    ],
  ])('finds %s', (_, rows, effects, found) => {
    expect(operationViolations(rows, effects)).toEqual(found)
  })

  it('accepts a review where a colleague did the same, only without an answer and an effect', () => {
    const review = { ...DONE, state: 'needs_review', isUnanswered: true } as const
    const found = (row: OperationRow, effects: readonly Effect[], colleagues = new Set([ID])) =>
      operationViolations([row], effects, NONE, colleagues)
    const tooFar = ['left open beyond the table']
    expect(found(review, [])).toEqual([])
    expect(found(review, [], new Set())).toEqual(tooFar)
    expect(found(review, [EFFECT])).toEqual(tooFar)
    expect(found({ ...review, isUnanswered: false }, [])).toEqual(tooFar)
    expect(found({ ...review, state: 'unknown' }, [])).toEqual(tooFar)
  })

  it('accepts two effects of an operation that the network delivered twice', () => {
    expect(operationViolations([DONE], [EFFECT, EFFECT], new Set([ID]))).toEqual([])
  })
})

describe('campaign check of unseen payments', () => {
  it('accepts payments that are shown or reported', () => {
    expect(checkUnseen(['T1', 'T2'], new Set(['T2', 'T1']), [])).toEqual([])
  })

  it('finds a payment that nobody can see, and an import that did not end', () => {
    const found = checkUnseen(['T1', 'T2'], new Set(['T1']), ['malformed'])
    expect(found).toMatchObject([
      { kind: 'unread and unseen', what: expect.stringContaining('T2') },
      { kind: 'unread and unseen', what: expect.stringContaining('malformed') },
    ])
  })
})

describe('campaign check of lost answers', () => {
  const limitMs = lostAnswerLimitMs(0)
  const found = (openMs: number, fault: FaultId, hindrances: Partial<Hindrances> = {}) => {
    const operation = { ...DONE, lost: { fromMs: 1_000, toMs: 1_000 + openMs } }
    const none: Hindrances = { slowness: () => 1, disturbedAtMs: [] }
    const lost = listLostAnswers([operation], new Map([[ID, fault]]), { ...none, ...hindrances })
    return checkLostAnswers(lost)
  }

  it('accepts one that was settled in time, or whose reads had a fault too', () => {
    expect(found(limitMs, 'N4')).toEqual([])
    expect(found(limitMs + 1, 'P11')).toEqual([])
  })

  it('accepts more on a slow machine, and where an instance died meanwhile', () => {
    expect(found(limitMs + 1, 'N4', { slowness: () => 1.1 })).toEqual([])
    expect(found(limitMs + 1, 'N4', { disturbedAtMs: [2_000] })).toEqual([])
  })

  it('finds one that was open for longer', () => {
    const early = { disturbedAtMs: [999] }
    expect(found(limitMs + 1, 'R1', early)).toMatchObject([
      { kind: 'lost answers left open', operationId: ID },
    ])
  })
})

describe('campaign check of authors', () => {
  const totals = { authorized: 100, captured: 100, refunded: 0, released: 0 }
  const found = (effect: Effect) =>
    checkAuthors(
      [{ providerId: 'T1', eventId: 'e1', operationId: ID }],
      [{ providerId: 'T1', totals, effects: [effect] }],
    )

  it('accepts an event of the operation that made it', () => {
    expect(found(EFFECT)).toEqual([])
  })

  it.each([null, '0199aaaa-0000-4000-8000-000000000002'])(
    'finds an event that is shown as an operation’s and was made by another: %s',
    (operationId) => {
      expect(found({ ...EFFECT, operationId })).toMatchObject([
        { kind: 'booked as ours but not ours', operationId: ID },
      ])
    },
  )
})

function recordedReply(reply: Reply, amountMinor = 100): RecordedReply {
  const choice = { mode: 'amount', amountMinor } as const
  const common = {
    operationId: ID,
    transactionId: 't',
    currency: 'NOK',
    expectedRevision: '100.0.0.0.1.0',
  }
  const input = { ...common, choice, label: null }
  return { request: { kind: 'capture', input }, actorName: 'Siri Moe', reply }
}

function stateReply(name: OperationRow['state']): Reply {
  return { kind: 'state', state: name, amountMinor: 100 }
}

function replyViolations(replies: readonly RecordedReply[], effects: readonly Effect[]) {
  const byOperation = new Map(effects.length === 0 ? [] : [[ID, effects]])
  return checkReplies(replies, [DONE], byOperation, ['Siri Moe']).map(({ what }) => what)
}

describe('campaign check of replies', () => {
  it('accepts “unknown” and an internal error for an operation that happened', () => {
    expect(replyViolations([recordedReply(stateReply('unknown'))], [EFFECT])).toEqual([])
    expect(
      replyViolations([recordedReply({ kind: 'internal', message: 'lost' })], [EFFECT]),
    ).toEqual([])
  })

  it.each([
    ['“done” without an effect', recordedReply(stateReply('succeeded')), []],
    ['“refused” with an effect', recordedReply(stateReply('refused')), [EFFECT]],
    [
      '“nothing was sent” with an effect',
      recordedReply({ kind: 'failure', failure: { code: 'stale_page' } }),
      [EFFECT],
    ],
    [
      'an open operation without its actor',
      recordedReply({ kind: 'failure', failure: UNNAMED }),
      [],
    ],
  ])('finds %s', (_, recorded, effects) => {
    expect(replyViolations([recorded], effects)).toHaveLength(1)
  })

  it('finds a repeat that hears that nothing was started', () => {
    const failure: Failure = { code: 'stale_page' }
    const lost = recordedReply({ kind: 'nothing' })
    const again = { ...recordedReply({ kind: 'failure', failure }), isAgain: true } as const
    expect(replyViolations([lost, again], [EFFECT])).toHaveLength(1)
    const heard = { ...recordedReply(stateReply('unknown')), isAgain: true } as const
    expect(replyViolations([lost, heard], [EFFECT])).toEqual([])
  })

  it('finds one id that was accepted for two requests', () => {
    const both = [recordedReply(stateReply('succeeded')), recordedReply(stateReply('succeeded'), 1)]
    expect(replyViolations(both, [EFFECT])).toHaveLength(2)
  })
})

describe('campaign record of sends', () => {
  const send = (responseStatus: number | null) => ({
    operationId: ID,
    atMs: 0,
    wasIntentCommitted: true,
    wasDoubled: false,
    responseStatus,
  })

  it('allows a second send only after the first was rejected before processing', () => {
    const renewed = new Sends()
    for (const responseStatus of [401, 200]) renewed.note(send(responseStatus))
    expect(renewed.secondSends()).toEqual([])
    const repeated = new Sends()
    for (const responseStatus of [null, 200]) repeated.note(send(responseStatus))
    expect(repeated.secondSends()).toEqual([ID])
  })
})

describe('jsonb text of the audit check', () => {
  it('puts shorter names first and has the blanks of PostgreSQL', () => {
    expect(jsonbText({ kind: 'void', amountMinor: 1, list: [null, 'ø"'] })).toBe(
      '{"kind": "void", "list": [null, "ø\\""], "amountMinor": 1}',
    )
  })
})

describe('campaign plan', () => {
  it('is the same for the same seed', () => {
    expect(makePlan({ participant: DINTERO, seed: 7, operations: 50, faultyShare: 0.74 })).toEqual(
      makePlan({ participant: DINTERO, seed: 7, operations: 50, faultyShare: 0.74 }),
    )
    expect(
      makePlan({ participant: DINTERO, seed: 7, operations: 50, faultyShare: 0.74 }),
    ).not.toEqual(makePlan({ participant: DINTERO, seed: 8, operations: 50, faultyShare: 0.74 }))
  })
})
