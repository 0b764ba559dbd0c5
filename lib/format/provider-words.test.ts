import { describe, expect, it } from 'vitest'
import { methodRules, methodsWithRules } from '@/lib/domain/rules/find-method-rules'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { eventWord, providerWord } from './provider-words'

describe('the words of providers', () => {
  it.each([
    ['bambora-checkout', 'refund', 'credit'],
    ['bambora-checkout', 'void', 'delete'],
    ['bambora-native', 'void', 'cancel'],
    ['oppwa', 'void', 'reversal (RV)'],
    ['dintero', 'charge_again', null],
  ] as const)('%s calls %s %s', (provider, kind, word) => {
    expect(providerWord(provider, kind)).toBe(word)
  })

  it.each([
    ['oppwa', { kind: 'capture', providerKind: 'RB' }, 'rebill (RB)'],
    ['oppwa', { kind: 'void', providerKind: 'RV of PA' }, 'reversal (RV)'],
    ['oppwa', { kind: 'capture', providerKind: 'PA.CP' }, 'PA.CP'],
    ['bambora-native', { kind: 'capture', providerKind: 'captures' }, 'capture'],
    ['oppwa', { kind: 'chargeback', providerKind: 'CB' }, 'chargeback (CB)'],
    ['oppwa', { kind: 'other', providerKind: 'RI' }, 'RI'],
    ['dintero', { kind: 'other', providerKind: 'RENEW' }, 'RENEW'],
  ] as const)('%s calls the event %j %s', (provider, event, word) => {
    expect(eventWord(provider, event)).toBe(word)
  })

  it.each(PROVIDERS)('cover everything that %s offers', (provider) => {
    for (const method of [...methodsWithRules(provider), 'any']) {
      const rules = methodRules(provider, method)
      for (const kind of ['capture', 'refund', 'void'] as const) {
        expect(providerWord(provider, kind)).not.toBeNull()
      }
      if (rules.updatesItems) expect(providerWord(provider, 'update_authorization')).toBeTruthy()
      if (rules.extendsTime) expect(providerWord(provider, 'extend_authorization')).toBeTruthy()
      if (rules.chargesAgain) expect(providerWord(provider, 'charge_again')).toBeTruthy()
      if (rules.paysOut) expect(providerWord(provider, 'pay_out')).toBeTruthy()
      if (rules.confirmsReceipts) expect(providerWord(provider, 'confirm_receipt')).toBeTruthy()
    }
  })
})
