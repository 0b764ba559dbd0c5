import { describe, expect, it } from 'vitest'
import { i18nFor } from '@/lib/i18n/i18n'
import { methodLabel } from './methods'

const en = i18nFor('en', 'Europe/Oslo', 'methods').t
const nb = i18nFor('nb', 'Europe/Oslo', 'methods').t

describe('methodLabel', () => {
  it.each([
    ['klarna.klarna', 'Klarna', 'Klarna'],
    ['klarna.billie', 'Billie', 'Billie'],
    ['payex.creditcard', 'Card (Swedbank Pay)', 'Kort (Swedbank Pay)'],
    ['collector.invoice_b2b', 'Business invoice (Walley)', 'Bedriftsfaktura (Walley)'],
    ['seitatech.in_person', 'Card terminal', 'Kortterminal'],
    ['vipps', 'Vipps', 'Vipps'],
    ['payex.swish', 'Swish (Swedbank Pay)', 'Swish (Swedbank Pay)'],
    ['klarna.pay_in_3', 'Pay in 3 (Klarna)', 'Pay in 3 (Klarna)'],
    ['brand_new.someday', 'Someday (Brand new)', 'Someday (Brand new)'],
    ['brand_new.toString', 'Tostring (Brand new)', 'Tostring (Brand new)'],
    ['nets', 'Nets', 'Nets'],
  ])('%s reads "%s" and «%s»', (method, english, norwegian) => {
    expect(methodLabel(method, en).name).toBe(english)
    expect(methodLabel(method, nb).name).toBe(norwegian)
  })

  it('leaves out the family where it only says the provider again', () => {
    expect(methodLabel('oppwa.visa', en).name).toBe('Visa (Open Payment Platform)')
    expect(methodLabel('oppwa.visa', en, 'oppwa').name).toBe('Visa')
    expect(methodLabel('bambora.dankort', en).name).toBe('Dankort (Worldline)')
    expect(methodLabel('bambora.dankort', en, 'bambora-native').name).toBe('Dankort')
    expect(methodLabel('bambora.creditcard', nb, 'dintero').name).toBe('Kort (Worldline)')
  })
})
