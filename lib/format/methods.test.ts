import { describe, expect, it } from 'vitest'
import { methodLabel } from './methods'

describe('methodLabel', () => {
  it.each([
    ['klarna.klarna', 'Klarna'],
    ['klarna.billie', 'Billie'],
    ['payex.creditcard', 'Card (Swedbank Pay)'],
    ['collector.invoice_b2b', 'Business invoice (Walley)'],
    ['vipps', 'Vipps'],
    ['payex.swish', 'Swish (Swedbank Pay)'],
    ['klarna.pay_in_3', 'Pay in 3 (Klarna)'],
    ['brand_new.someday', 'Someday (Brand new)'],
    ['nets', 'Nets'],
  ])('%s reads "%s"', (method, name) => {
    expect(methodLabel(method).name).toBe(name)
  })
})
