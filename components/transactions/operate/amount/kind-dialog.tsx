import { DIALOGS } from '@/components/transactions/operate/dialogs'
import type { OperationDialogProps } from '@/components/transactions/operate/operation-dialog'
import type { OperationEntries } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'

interface Props extends Omit<OperationDialogProps<OperationKind>, 'onSubmit'> {
  readonly kind: OperationKind
  readonly submit: <K extends OperationKind>(kind: K, entry: OperationEntries[K]) => Promise<void>
}

/** The dialog of an operation. */
export function KindDialog({ kind, submit, ...rest }: Props) {
  switch (kind) {
    case 'capture':
      return <DIALOGS.capture {...rest} onSubmit={(entry) => void submit(kind, entry)} />
    case 'refund':
      return <DIALOGS.refund {...rest} onSubmit={(entry) => void submit(kind, entry)} />
    case 'void':
      return <DIALOGS.void {...rest} onSubmit={(entry) => void submit(kind, entry)} />
    case 'update_authorization':
      return (
        <DIALOGS.update_authorization {...rest} onSubmit={(entry) => void submit(kind, entry)} />
      )
    case 'extend_authorization':
      return (
        <DIALOGS.extend_authorization {...rest} onSubmit={(entry) => void submit(kind, entry)} />
      )
    case 'charge_again':
      return <DIALOGS.charge_again {...rest} onSubmit={(entry) => void submit(kind, entry)} />
    case 'pay_out':
      return <DIALOGS.pay_out {...rest} onSubmit={(entry) => void submit(kind, entry)} />
    case 'confirm_receipt':
      return <DIALOGS.confirm_receipt {...rest} onSubmit={(entry) => void submit(kind, entry)} />
  }
}
