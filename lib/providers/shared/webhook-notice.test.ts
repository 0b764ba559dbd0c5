import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import type { WebhookNotice } from '../webhook-port'
import { storableNotice } from './webhook-notice'

const NOTICE: WebhookNotice = {
  deliveryId: 'delivery-1',
  providerTransactionId: 'T1.a',
  orderReference: 'order-1',
  sentAt: null,
}

describe('a notice that is stored', () => {
  it('is as it came where its names can be kept', () => {
    expect(storableNotice(NOTICE)).toEqual(NOTICE)
  })

  it('is known by a digest where the name of its delivery is too long, and each by its own', () => {
    const long = 'x'.repeat(LIMITS.providerText.id)
    const ids = ['1', '2'].map((end) => storableNotice({ ...NOTICE, deliveryId: long + end }))
    for (const { deliveryId } of ids) expect(deliveryId).toMatch(/^[0-9a-f]{64}$/)
    expect(ids[0]?.deliveryId).not.toBe(ids[1]?.deliveryId)
  })

  it('is about no payment where its id is none, and its reference is cut', () => {
    const orderReference = 'o'.repeat(LIMITS.providerText.reference + 1)
    const stored = storableNotice({ ...NOTICE, providerTransactionId: ' ', orderReference })
    expect(stored.providerTransactionId).toBeNull()
    expect(stored.orderReference).toHaveLength(LIMITS.providerText.reference)
  })
})
