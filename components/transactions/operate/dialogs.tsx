import { lazy } from 'react'
import type { OperationEntries } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationDialogProps } from './operation-dialog'
import { DIALOG_MODULES } from './run/prefetch-dialogs'

/** The dialogs are no part of the page until one is about to be opened. */
const DIALOGS = {
  capture: lazy(DIALOG_MODULES.capture),
  refund: lazy(DIALOG_MODULES.refund),
  void: lazy(DIALOG_MODULES.void),
  update_authorization: lazy(DIALOG_MODULES.update_authorization),
  extend_authorization: lazy(DIALOG_MODULES.extend_authorization),
  freeAmount: lazy(DIALOG_MODULES.charge_again),
} as const

interface Props extends Omit<OperationDialogProps<OperationKind>, 'onSubmit' | 'onProved'> {
  readonly submit: <K extends OperationKind>(
    kind: K,
    entry: OperationEntries[K],
    isProved?: boolean,
  ) => Promise<void>
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
    return {
      ...rest,
      kind: ofKind,
      onSubmit: (entry) => void submit(ofKind, entry),
      onProved: (entry) => void submit(ofKind, entry, true),
    }
  }
}
