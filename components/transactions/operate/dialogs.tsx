import { lazy } from 'react'
import type { OperationEntries } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationDialogProps } from './operation-dialog'

const freeAmount = () => import('./amount/free-amount-dialog')

const MODULES = {
  capture: () => import('./capture-dialog'),
  refund: () => import('./refund-dialog'),
  void: () => import('./void-dialog'),
  update_authorization: () => import('./order/items-dialog'),
  extend_authorization: () => import('./extend-dialog'),
  charge_again: freeAmount,
  pay_out: freeAmount,
  confirm_receipt: freeAmount,
} satisfies Readonly<Record<OperationKind, () => Promise<unknown>>>

/** The dialogs are no part of the page until one is about to be opened. */
const DIALOGS = {
  capture: lazy(MODULES.capture),
  refund: lazy(MODULES.refund),
  void: lazy(MODULES.void),
  update_authorization: lazy(MODULES.update_authorization),
  extend_authorization: lazy(MODULES.extend_authorization),
  freeAmount: lazy(freeAmount),
} as const

/** Loads a dialog before it is opened. */
export function prefetchDialog(kind: OperationKind): void {
  // If loading fails, opening the dialog loads it again.
  MODULES[kind]().catch(() => undefined)
}

interface Props extends Omit<OperationDialogProps<OperationKind>, 'onSubmit'> {
  readonly submit: <K extends OperationKind>(kind: K, entry: OperationEntries[K]) => Promise<void>
}

/** The dialog of an operation. */
export function KindDialog({ kind, submit, ...rest }: Props) {
  switch (kind) {
    case 'capture':
      return <DIALOGS.capture {...of(kind)} />
    case 'refund':
      return <DIALOGS.refund {...of(kind)} />
    case 'void':
      return <DIALOGS.void {...of(kind)} />
    case 'update_authorization':
      return <DIALOGS.update_authorization {...of(kind)} />
    case 'extend_authorization':
      return <DIALOGS.extend_authorization {...of(kind)} />
    case 'charge_again':
    case 'pay_out':
    case 'confirm_receipt':
      return <DIALOGS.freeAmount {...of(kind)} />
  }

  function of<K extends OperationKind>(ofKind: K): OperationDialogProps<K> {
    return { ...rest, kind: ofKind, onSubmit: (entry) => void submit(ofKind, entry) }
  }
}
