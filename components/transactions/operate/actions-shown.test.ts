import { describe, expect, it } from 'vitest'
import { i18nFor } from '@/lib/i18n/i18n'
import { actionsShown } from './actions-shown'
import { availabilities } from './availabilities'

const en = i18nFor('en', 'Europe/Oslo')
const nb = i18nFor('nb', 'Europe/Oslo')

const held = { authorizedMinor: 1000, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
const base = {
  provider: 'dintero',
  method: 'klarna.klarna',
  status: 'authorized',
  amountMinor: 1000,
  totals: held,
  flags: [],
  events: [],
  operations: [],
  openOperation: null,
  items: [],
} as const
const idle = { moving: null, sending: null, method: 'klarna.klarna' } as const

describe('actionsShown', () => {
  it('makes capture the main button while it is possible', () => {
    const { buttons } = actionsShown({ ...idle, available: availabilities('admin', base) }, en)
    expect(buttons.map(({ name, primary }) => [name, primary])).toEqual([
      ['Capture', true],
      ['Refund', false],
    ])
  })

  it('makes refund the main button when nothing is left to capture, in the same place', () => {
    const captured = { ...base, totals: { ...held, capturedMinor: 1000 } }
    const { buttons, reasons } = actionsShown(
      { ...idle, available: availabilities('admin', captured) },
      en,
    )
    expect(buttons.map(({ name, primary, disabled }) => [name, primary, disabled])).toEqual([
      ['Capture', false, true],
      ['Refund', true, false],
    ])
    expect(reasons).toEqual(['Everything that was authorized is already captured or released.'])
  })

  it('says what is in progress, and locks the rest with the reason', () => {
    const available = availabilities('admin', base)
    const { buttons, menu } = actionsShown({ ...idle, available, moving: 'capture' }, en)
    expect(buttons[0]).toMatchObject({ name: 'Capture in progress', disabled: true })
    expect(menu[0]).toMatchObject({
      disabled: true,
      note: 'Another operation on this payment is not finished yet.',
    })
    const releasing = { ...idle, available, moving: 'void' } as const
    expect(actionsShown(releasing, en).menuName).toBe('Void in progress')
    expect(actionsShown(releasing, nb).menuName).toBe('Annullering pågår')
  })

  it('lets a dialog that is sending be opened again', () => {
    const available = availabilities('admin', base)
    const { buttons } = actionsShown({ ...idle, available, sending: 'capture' }, en)
    expect(buttons[0]?.disabled).toBe(false)
  })

  it('includes only the operations that the method offers', () => {
    const debit = { ...base, provider: 'oppwa', method: 'oppwa.visa', flags: ['debit'] } as const
    const shown = (payment: Parameters<typeof availabilities>[1]) =>
      actionsShown({ ...idle, available: availabilities('staff', payment) }, en).menu
    expect(shown({ ...base, status: 'failed' }).map(({ name }) => name)).not.toContain('Pay out')
    const captured = { ...debit, totals: { ...held, capturedMinor: 1000 } }
    expect(shown(captured).slice(3)).toMatchObject([
      { name: 'Charge again', note: expect.stringMatching(/may not charge.*Ask Admin/) },
      { name: 'Pay out', note: expect.stringMatching(/no stored card/) },
    ])
  })

  it('lists a shared denial reason only once', () => {
    const failed = availabilities('admin', { ...base, status: 'failed' })
    expect(actionsShown({ ...idle, available: failed }, en).reasons).toHaveLength(1)
  })
})
