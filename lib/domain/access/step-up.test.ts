import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type StepUpSetting } from './organization-settings'
import { checkStepUp, stepUpActOf, type StepUpAct, type StepUpState } from './step-up'

const LIMITS: StepUpSetting = { refundLimitsMinor: { NOK: 500_00, EUR: 50_00 }, topics: [] }

function isAsked(act: StepUpAct, setting: StepUpSetting, rest: Partial<StepUpState> = {}) {
  return !checkStepUp(act, { setting, isFresh: false, ways: ['code'], ...rest }).ok
}

function refund(amountMinor: number, currency = 'NOK'): StepUpAct {
  return { kind: 'refund', amountMinor, currency }
}

describe('step-up', () => {
  it('is asked for nothing by default', () => {
    const acts = [
      refund(1),
      { kind: 'pay_out' },
      { kind: 'people' },
      { kind: 'connections' },
      { kind: 'own_factor' },
    ] as const
    for (const act of acts) expect(isAsked(act, DEFAULT_SETTINGS.step_up)).toBe(false)
  })

  it.each([
    [499_99, 'NOK', false],
    [500_00, 'NOK', false],
    [500_01, 'NOK', true],
    [50_00, 'EUR', false],
    [50_01, 'EUR', true],
    [1, 'SEK', true],
  ])('for a refund of %i in %s: %s', (amountMinor, currency, needed) => {
    expect(isAsked(refund(amountMinor, currency), LIMITS)).toBe(needed)
  })

  it('is asked for the topics that are named, and no others', () => {
    const setting: StepUpSetting = { refundLimitsMinor: {}, topics: ['pay_out', 'people'] }
    expect(isAsked({ kind: 'pay_out' }, setting)).toBe(true)
    expect(isAsked({ kind: 'people' }, setting)).toBe(true)
    expect(isAsked({ kind: 'charge_again' }, setting)).toBe(false)
    expect(isAsked({ kind: 'connections' }, setting)).toBe(false)
    const connections: StepUpSetting = { refundLimitsMinor: {}, topics: ['connections'] }
    expect(isAsked({ kind: 'connections' }, connections)).toBe(true)
    expect(isAsked({ kind: 'people' }, connections)).toBe(false)
    expect(isAsked(refund(9_999_99), setting)).toBe(false)
  })

  it('is asked for another factor of one’s own wherever anything is named, but not for the first', () => {
    const own = { kind: 'own_factor' } as const
    expect(isAsked(own, LIMITS)).toBe(true)
    expect(isAsked(own, { refundLimitsMinor: {}, topics: ['people'] })).toBe(true)
    expect(isAsked(own, LIMITS, { ways: [] })).toBe(false)
  })

  it('is not asked again while the proof is fresh, and says how to prove it', () => {
    expect(isAsked(refund(500_01), LIMITS, { isFresh: true })).toBe(false)
    const state = { setting: LIMITS, isFresh: false, ways: ['passkey'] } as const
    expect(checkStepUp(refund(500_01), state)).toEqual({
      ok: false,
      error: { code: 'step_up_required', values: { ways: ['passkey'] } },
    })
  })

  it('concerns refunds, payouts and new charges of all operations', () => {
    const kinds = ['capture', 'void', 'confirm_receipt', 'update_authorization'] as const
    for (const kind of kinds) expect(stepUpActOf(kind, 1, 'NOK')).toBeNull()
    expect(stepUpActOf('refund', 5, 'NOK')).toEqual(refund(5))
    expect(stepUpActOf('pay_out', 5, 'NOK')).toEqual({ kind: 'pay_out' })
    expect(stepUpActOf('charge_again', 5, 'NOK')).toEqual({ kind: 'charge_again' })
  })
})
