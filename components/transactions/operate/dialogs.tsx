import { lazy, type ComponentType } from 'react'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationDialogProps } from './operation-dialog'

type Modules = {
  readonly [K in OperationKind]: () => Promise<{
    readonly default: ComponentType<OperationDialogProps<K>>
  }>
}

const MODULES: Modules = {
  capture: () => import('./capture-dialog'),
  refund: () => import('./refund-dialog'),
  void: () => import('./void-dialog'),
  update_authorization: () => import('./order/items-dialog'),
  extend_authorization: () => import('./extend-dialog'),
  charge_again: () => import('./amount/charge-again-dialog'),
  pay_out: () => import('./amount/pay-out-dialog'),
  confirm_receipt: () => import('./amount/confirm-receipt-dialog'),
}

/** The dialogs are no part of the page until somebody is about to open one. */
export const DIALOGS = {
  capture: lazy(MODULES.capture),
  refund: lazy(MODULES.refund),
  void: lazy(MODULES.void),
  update_authorization: lazy(MODULES.update_authorization),
  extend_authorization: lazy(MODULES.extend_authorization),
  charge_again: lazy(MODULES.charge_again),
  pay_out: lazy(MODULES.pay_out),
  confirm_receipt: lazy(MODULES.confirm_receipt),
} as const

/** Fetches a dialog before it is asked for. */
export function prefetchDialog(kind: OperationKind): void {
  // Should it fail, opening the dialog asks again.
  MODULES[kind]().catch(() => undefined)
}
