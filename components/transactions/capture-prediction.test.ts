import { describe, expect, it } from 'vitest'
import { predictCapture } from './capture-prediction'

const totals = { authorizedMinor: 1000, capturedMinor: 200, refundedMinor: 0, releasedMinor: 0 }

describe('predictCapture', () => {
  it('leaves nothing held when everything left is captured', () => {
    expect(predictCapture(totals, 800)).toMatchObject({
      totals: { capturedMinor: 1000 },
      heldMinor: 0,
    })
  })

  it('leaves the rest held otherwise', () => {
    expect(predictCapture(totals, 300)).toMatchObject({
      totals: { capturedMinor: 500 },
      heldMinor: 500,
    })
  })

  it('keeps what was refunded before', () => {
    expect(predictCapture({ ...totals, refundedMinor: 200 }, 800).totals.refundedMinor).toBe(200)
  })
})
