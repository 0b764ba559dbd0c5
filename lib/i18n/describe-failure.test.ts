import { describe, expect, it } from 'vitest'
import type { Failure } from '@/lib/domain/operation/result'
import { describeFailure } from './describe-failure'
import { i18nFor } from './i18n'

const en = i18nFor('en', 'Europe/Oslo')
const nb = i18nFor('nb', 'Europe/Oslo')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

/** As a newer server may answer a page that was loaded before. */
function unknown(json: string): Failure {
  const failure: Failure = JSON.parse(json)
  return failure
}

describe('describeFailure', () => {
  it('say who was faster, with what and when', () => {
    const failure: Failure = {
      code: 'operation_open',
      values: {
        actor: 'Anna Lie',
        kind: 'capture',
        amountMinor: 124000,
        currency: 'NOK',
        ageMs: 14_200,
      },
    }
    expect(plain(describeFailure(failure, en))).toMatch(
      /^Anna Lie sent this capture of NOK 1,240.00 14 s ago\./,
    )
    expect(plain(describeFailure(failure, nb))).toMatch(
      /^Anna Lie sendte dette trekket på 1 240,00 kr for 14 s siden\./,
    )
  })

  it('say how much one refund can be', () => {
    const values = { largestMinor: 7000, currency: 'NOK' }
    expect(plain(describeFailure({ code: 'refund_exceeds_charge', values }, en))).toMatch(
      /largest was NOK 70\.00\. Refund in steps/,
    )
  })

  it('say what the provider asked for, and until when', () => {
    type Advice = Extract<Failure, { code: 'provider_advice' }>['values']
    const words = (values: Advice, i18n = en) =>
      describeFailure({ code: 'provider_advice', values }, i18n)
    expect(words({ advice: 'do_not_retry' })).toMatch(/^The provider asked not to.*another amount/)
    const until = '2026-09-03T12:05:00.000Z'
    expect(words({ advice: 'later', until })).toMatch(/after 3 Sep 2026, 14:05\.$/)
    expect(words({ advice: 'later', until }, nb)).toMatch(/etter 3\. sep\. 2026, 14:05\.$/)
    expect(words({ advice: 'later' })).toMatch(/in some minutes/)
  })

  it('say what a role may not, and what a payment does not allow', () => {
    const role = { role: 'support', permission: 'operate:capture' } as const
    expect(describeFailure({ code: 'not_permitted', values: role }, en)).toBe(
      'Your role, Support, may not capture. Ask Merchant staff or Admin.',
    )
    const values = { denialReason: 'voided' } as const
    expect(describeFailure({ code: 'not_allowed', values }, nb)).toMatch(
      /^Reservasjonen er annullert/,
    )
  })

  it('name the line and the limits', () => {
    const values = { description: 'Wool socks' }
    expect(describeFailure({ code: 'quantity_exceeds_left', values }, en)).toMatch(/Wool socks/)
    expect(describeFailure({ code: 'too_many_lines', values: { max: 1000 } }, en)).toMatch(/1,000/)
  })

  it('name what does not exist, and the field that is not valid', () => {
    const missing = (what: 'payment' | 'connection', i18n = en) =>
      describeFailure({ code: 'not_found', values: { what } }, i18n)
    expect(missing('payment')).toBe('There is no such payment.')
    expect(missing('connection')).toBe('There is no such connection.')
    expect(missing('connection', nb)).toBe('Tilkoblingen finnes ikke.')
    const invalid = (field: string) =>
      describeFailure({ code: 'invalid_input', values: { field } }, en)
    expect(invalid('q')).toBe('The field q is not valid.')
    expect(invalid('none')).toBe('The input is not valid.')
  })
})

describe('describeFailure, of downloads and unknown codes', () => {
  it('say why a download brought no file', () => {
    const values = { chainId: 'a', sequence: 3, problem: 'hash' }
    expect(describeFailure({ code: 'broken_chain', values }, en)).toMatch(/does not fit any more/)
    expect(describeFailure({ code: 'download_incomplete' }, nb)).toMatch(
      /^Filen kom ikke helt fram/,
    )
  })

  it('quote where the code has no words, and name the code at last', () => {
    expect(describeFailure(unknown('{"code":"odd","message":"Closed today."}'), en)).toBe(
      'Closed today.',
    )
    expect(describeFailure(unknown('{"code":"odd"}'), en)).toMatch(/\(odd\)$/)
  })
})
