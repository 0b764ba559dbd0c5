import { describe, expect, it } from 'vitest'
import { actionsShown } from './actions-shown'
import { availabilities } from './availabilities'

const held = { authorizedMinor: 1000, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
const base = {
  provider: 'dintero',
  method: 'klarna.klarna',
  status: 'authorized',
  totals: held,
  openOperation: null,
  items: [],
} as const
const idle = { moving: null, sending: null, method: 'klarna.klarna' } as const

describe('availabilities', () => {
  it('explain what the payment does not allow before the role', () => {
    expect(availabilities('staff', base).refund).toMatchObject({
      reason: expect.stringMatching(/Nothing is captured yet/),
    })
  })

  it('explain what a role may not, and whom to ask', () => {
    const captured = { ...base, totals: { ...held, capturedMinor: 400 } }
    expect(availabilities('staff', captured).refund).toEqual({
      allowed: false,
      reason: 'Your role, Merchant staff, may not refund. Ask Support or Admin.',
    })
    expect(availabilities('support', captured).capture.allowed).toBe(false)
  })

  it('keep orders closed whose lines don’t make the hold', () => {
    expect(availabilities('admin', base).update_authorization).toMatchObject({
      reason: expect.stringMatching(/don’t add up/),
    })
  })
})

describe('actionsShown', () => {
  it('makes capture the main button while it is possible', () => {
    const { buttons } = actionsShown({ ...idle, available: availabilities('admin', base) })
    expect(buttons.map(({ name, primary }) => [name, primary])).toEqual([
      ['Capture', true],
      ['Refund', false],
    ])
  })

  it('makes refund the main button when nothing is left to capture, in the same place', () => {
    const captured = { ...base, totals: { ...held, capturedMinor: 1000 } }
    const { buttons, reasons } = actionsShown({
      ...idle,
      available: availabilities('admin', captured),
    })
    expect(buttons.map(({ name, primary, disabled }) => [name, primary, disabled])).toEqual([
      ['Capture', false, true],
      ['Refund', true, false],
    ])
    expect(reasons).toEqual(['Everything that was authorized is already captured or released.'])
  })

  it('says what is in progress, and locks the rest with the reason', () => {
    const available = availabilities('admin', base)
    const { buttons, menu } = actionsShown({ ...idle, available, moving: 'capture' })
    expect(buttons[0]).toMatchObject({ name: 'Capture in progress', disabled: true })
    expect(menu[0]).toMatchObject({
      disabled: true,
      note: 'Another operation on this payment is not finished yet.',
    })
    expect(actionsShown({ ...idle, available, moving: 'void' }).menuName).toBe('Void in progress')
  })

  it('lets a dialog that is sending be opened again', () => {
    const available = availabilities('admin', base)
    const { buttons } = actionsShown({ ...idle, available, sending: 'capture' })
    expect(buttons[0]?.disabled).toBe(false)
  })

  it('gives a reason that several share only once', () => {
    const failed = availabilities('admin', { ...base, status: 'failed' })
    expect(actionsShown({ ...idle, available: failed }).reasons).toHaveLength(1)
  })
})
