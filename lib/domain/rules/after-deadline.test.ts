import { expect, it } from 'vitest'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { triesAfterDeadline } from './after-deadline'

const HELD = {
  provider: 'dintero',
  method: 'klarna.klarna',
  status: 'authorized',
  currency: 'NOK',
  amountMinor: 100_00,
  totals: { authorizedMinor: 100_00, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 },
  openOperation: null,
} as TransactionListRow

it('after the deadline: what the method and the role allow can still be tried', () => {
  expect(triesAfterDeadline(HELD, 'admin')).toEqual(['capture', 'extend_authorization', 'void'])
  expect(triesAfterDeadline({ ...HELD, method: 'vipps' }, 'admin')).toEqual(['capture', 'void'])
  expect(triesAfterDeadline(HELD, 'staff')).toEqual(['capture', 'void'])
  expect(triesAfterDeadline(HELD, 'viewer')).toEqual([])
})

it('after the deadline: nothing is tried while an operation is under way', () => {
  const openOperation = { kind: 'capture', state: 'unknown' } as const
  expect(triesAfterDeadline({ ...HELD, openOperation }, 'admin')).toEqual([])
})
