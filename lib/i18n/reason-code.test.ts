import { expect, it } from 'vitest'
import { MESSAGES } from '@/messages'
import { reasonCode } from './reason-code'

it('reasonCode: recognises a reason in every language', () => {
  expect(reasonCode(MESSAGES.en.reasons.not_delivered)).toBe('not_delivered')
  expect(reasonCode(MESSAGES.nb.reasons.not_delivered)).toBe('not_delivered')
})

it('reasonCode: a freely written text, or none, is another reason', () => {
  expect(reasonCode('The moon was full')).toBe('other')
  expect(reasonCode(null)).toBe('other')
})
