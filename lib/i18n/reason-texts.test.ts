import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '@/lib/domain/access/organization-settings'
import { ownReasonCode, reasonInWords } from '@/lib/domain/operation/reasons'
import { MESSAGES } from '@/messages'
import { describeReason, reasonName } from './describe-status-detail'
import { ownReasonTexts, reasonCode } from './reason-texts'

it.each(['Wrong size', "It's {n} <b>'x'</b>", '{', "'{'", 'size < 40 }', "Ola's", '100 % | # 2'])(
  'own reasons: %s is shown as it was typed',
  (name) => {
    const code = ownReasonCode(name, [])
    const listed = [{ code, name, isRetired: true }]
    const settings = { ...DEFAULT_SETTINGS, refund_reasons: listed }
    const reasons = { ...MESSAGES.nb.reasons, ...ownReasonTexts(settings) }
    const t = createTranslator({ locale: 'nb', messages: { ...MESSAGES.nb, reasons } })
    expect(reasonName(t, code)).toBe(name)
    expect(reasonName(t, 'damaged')).toBe('Skadet')
  },
)

it('own reasons: their codes are readable without the list, also in the history and at a provider', () => {
  const code = ownReasonCode(' Feil størrelse (sko) ', ['own_feil_størrelse_sko'])
  expect(code).toBe('own_feil_størrelse_sko_2')
  const t = createTranslator({ locale: 'en', messages: MESSAGES.en })
  expect(describeReason(t, `${code}: for liten`)).toBe('Feil størrelse sko 2: for liten')
  expect(reasonInWords('own_wrong_size: 38')).toBe('Wrong size: 38')
  expect(describeReason(t, 'own_: x')).toBe('own_: x')
})

it('reasonCode: recognises a reason in every language', () => {
  expect(reasonCode(MESSAGES.en.reasons.not_delivered)).toBe('not_delivered')
  expect(reasonCode(MESSAGES.nb.reasons.not_delivered)).toBe('not_delivered')
})

it('reasonCode: a freely written text, or none, is another reason', () => {
  expect(reasonCode('The moon was full')).toBe('other')
  expect(reasonCode(null)).toBe('other')
})
