import { describe, expect, it } from 'vitest'
import { capture, CAPTURE_ID, command, OK_META, operation, transaction } from './fixtures'
import { interpretMade, interpretResponse } from './interpret-response'
import { mapPayment } from './mapper'
import { readOperations } from './parts/operations'
import { transactionSchema } from './schema'

function response(status: number, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { kind: 'answer', status, headers: {}, body: text } as const
}

const refusedMeta = {
  ...OK_META,
  result: false,
  message: { enduser: 'Sorry.', merchant: 'The acquirer refused the operation.' },
  action: { source: 'Nets', code: '100', type: 'x' },
}

const outcomeOf = (status: number, body: unknown) =>
  interpretResponse(command, response(status, body))

describe('interpretResponse', () => {
  it.each([200, 201, 400, 500])('believes meta.result, not HTTP %i', (status) => {
    const made = { transactionoperations: [{ id: CAPTURE_ID }], meta: OK_META }
    expect(outcomeOf(status, made)).toEqual({ kind: 'made', operationIds: [CAPTURE_ID] })
    expect(outcomeOf(status, { transactionoperations: null, meta: refusedMeta })).toMatchObject({
      result: {
        outcome: 'refused',
        refusal: { code: 'Nets:100', message: 'The acquirer refused the operation.' },
      },
    })
  })

  it('reads ids that came as numbers without rounding them', () => {
    const body = `{"transactionoperations":[{"id":${CAPTURE_ID}}],"meta":{"result":true,"action":null}}`
    expect(outcomeOf(200, body)).toEqual({ kind: 'made', operationIds: [CAPTURE_ID] })
  })

  it.each([
    ['no operations', { transactionoperations: [], meta: OK_META }],
    ['operations that are null', { transactionoperations: null, meta: OK_META }],
    ['no envelope', { transactionoperations: [{ id: CAPTURE_ID }] }],
    ['HTML', '<html></html>'],
    ['nothing', ''],
    ['a result that is no boolean', { meta: { ...OK_META, result: 'true' } }],
  ])('finds %s to be no answer: what happened is unknown', (_, body) => {
    expect(outcomeOf(200, body)).toMatchObject({ result: { outcome: 'unknown' } })
  })

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [429, 'not_sent'],
    [400, 'unknown'],
    [404, 'unknown'],
    [500, 'unknown'],
    [502, 'unknown'],
  ])('interprets a response without an envelope by HTTP %i: %s', (status, outcome) => {
    expect(outcomeOf(status, '')).toMatchObject({ result: { outcome } })
  })

  it('takes silence as unknown and a connection that never stood as not sent', () => {
    expect(
      interpretResponse(command, { kind: 'no_response', problem: { code: 'no_answer_in_time' } }),
    ).toMatchObject({
      result: { outcome: 'unknown' },
    })
    expect(
      interpretResponse(command, { kind: 'not_sent', problem: { code: 'too_late' } }),
    ).toMatchObject({
      result: { outcome: 'not_sent' },
    })
  })
})

function readOf(children: readonly object[], changes: object = {}) {
  const tree = { transactionoperations: [operation({ transactionoperations: children })] }
  const history = readOperations(tree)
  if (!history.ok) throw new Error(history.problem)
  const parts = {
    transaction: transactionSchema.parse({
      ...transaction,
      available: { capture: 7550, credit: 5000 },
      total: { authorized: 12550, captured: 5000, credited: 0 },
      ...changes,
    }),
    operations: history.operations,
    invoices: [],
  }
  return mapPayment(parts, 'T123456789')
}

function interpret(child: object, changes: object = {}, requested = command) {
  const mapped = readOf([child], changes)
  if (!mapped.ok) throw new Error(mapped.problem)
  return interpretMade(requested, [CAPTURE_ID], mapped)
}

describe('interpretMade', () => {
  it('has succeeded when the history shows it as requested, and is recognised as ours', () => {
    const result = interpret(capture)
    expect(result).toMatchObject({ outcome: 'succeeded', providerReference: CAPTURE_ID })
    if (result.outcome !== 'succeeded') return
    const own = result.snapshot.events.filter(({ operationId }) => operationId !== null)
    expect(own).toMatchObject([{ providerEventId: CAPTURE_ID, operationId: command.operationId }])
  })

  it.each([
    ['another amount', { ...capture, amount: 5001 }],
    ['another kind', { ...capture, action: 'credit' }],
    ['no such operation', { ...capture, id: '25506297014116400' }],
  ])('is unknown when the history shows %s', (_, child) => {
    expect(interpret(child)).toMatchObject({ outcome: 'unknown' })
  })

  it('is unknown when the payment is in another currency than the request', () => {
    expect(interpret(capture, {}, { ...command, currency: 'SEK' })).toMatchObject({
      outcome: 'unknown',
    })
  })

  it.each(['pending', 'Waiting', 'locked', 'somethingnew'])(
    'is pending while it is %s',
    (status) => {
      expect(interpret({ ...capture, status })).toMatchObject({ outcome: 'pending' })
    },
  )

  it('is refused when it reads back as declined, with the code of who declined', () => {
    const declined = { ...capture, status: 'Declined', actionsource: 'Nets', actioncode: '100' }
    expect(interpret(declined)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'Nets:100', message: 'Nets declined it with code Nets:100.' },
    })
  })

  describe('of two operations', () => {
    const OTHER_ID = '25506297014116401'
    const first = { ...capture, amount: 2000 }
    const second = { ...capture, id: OTHER_ID, amount: 3000 }

    function interpretBoth(children: readonly object[]) {
      const mapped = readOf(children)
      if (!mapped.ok) throw new Error(mapped.problem)
      return interpretMade(command, [CAPTURE_ID, OTHER_ID], mapped)
    }

    it('has succeeded when both did, over their sum', () => {
      expect(interpretBoth([first, second])).toMatchObject({
        outcome: 'succeeded',
        providerReference: `${CAPTURE_ID} ${OTHER_ID}`,
      })
    })

    it.each([
      ['one is not in the history', [{ ...first, amount: 5000 }], 'not_in_history'],
      ['one was declined', [first, { ...second, status: 'declined' }], 'partly_done'],
      ['their sum is another', [first, { ...second, amount: 3001 }], 'other_amount'],
    ])('is unknown when %s', (_, children, code) => {
      expect(interpretBoth(children)).toMatchObject({ outcome: 'unknown', message: { code } })
    })

    it('is pending while one is, and refused when both were declined', () => {
      expect(interpretBoth([first, { ...second, status: 'pending' }]).outcome).toBe('pending')
      const declined = [first, second].map((one) => ({ ...one, status: 'declined' }))
      expect(interpretBoth(declined).outcome).toBe('refused')
    })
  })

  it('is unknown when nothing can be read', () => {
    const failed = { ok: false, problem: 'unavailable', message: 'x' } as const
    expect(interpretMade(command, [CAPTURE_ID], failed)).toMatchObject({ outcome: 'unknown' })
  })

  it('counts a delete as done only when everything is released', () => {
    const deleted = { ...capture, action: 'delete', subaction: 'delay', amount: null }
    const requested = { ...command, kind: 'void', amountMinor: 12550 } as const
    const total = { authorized: 12550, captured: 0, credited: 0 }
    const released = { total, available: { capture: 0, credit: 0 } }
    expect(interpret(deleted, released, requested)).toMatchObject({ outcome: 'succeeded' })
    const held = { total, available: { capture: 12550, credit: 0 } }
    expect(interpret(deleted, held, requested)).toMatchObject({ outcome: 'unknown' })
  })
})
