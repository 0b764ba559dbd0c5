import { describe, expect, it } from 'vitest'
import { CAPTURE_ID, command, OK_META } from './fixtures'
import { judgeAnswer } from './judge-answer'

function answer(status: number, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { kind: 'answer', status, headers: {}, body: text } as const
}

const refusedMeta = {
  ...OK_META,
  result: false,
  message: { enduser: 'Sorry.', merchant: 'The acquirer refused the operation.' },
  action: { source: 'Nets', code: '100', type: 'x' },
}

const outcomeOf = (status: number, body: unknown) => judgeAnswer(command, answer(status, body))

describe('judgeAnswer', () => {
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
  ])('judges an answer without an envelope by HTTP %i: %s', (status, outcome) => {
    expect(outcomeOf(status, '')).toMatchObject({ result: { outcome } })
  })

  it('takes silence as unknown and a connection that never stood as not sent', () => {
    expect(
      judgeAnswer(command, { kind: 'lost', problem: { code: 'no_answer_in_time' } }),
    ).toMatchObject({
      result: { outcome: 'unknown' },
    })
    expect(judgeAnswer(command, { kind: 'not_sent', problem: { code: 'too_late' } })).toMatchObject(
      {
        result: { outcome: 'not_sent' },
      },
    )
  })
})
