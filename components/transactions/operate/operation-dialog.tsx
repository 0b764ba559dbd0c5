'use client'

import { useRef, useState, type ReactNode } from 'react'
import type { StepUpActions } from '@/components/access/shared/step-up/step-up-fields'
import { OperationWord } from '@/components/transactions/detail/activity-name'
import OperationPoller from '@/components/transactions/outcome/operation-poller'
import type { OperationResponse } from '@/components/transactions/outcome/operation-response'
import { StatusPill } from '@/components/transactions/shared/status-pill'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FreeAmountKind, OperationEntries } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Failure } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { Availability } from './availabilities'
import { DialogBox } from './dialog-box'
import { DialogNotices } from './dialog-notices'
import { DialogStepUp, waysToProve } from './dialog-step-up'
import type { OperableTransaction } from './operations'
import type { OperationPhase } from './run/use-dialog-phase'
import type { OperationForm } from './use-operation-form'

/** The props of every operation dialog. */
export interface OperationDialogProps<K extends OperationKind> {
  readonly kind: K
  /** The id of the intent that the dialog stands for. */
  readonly operationId: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly transaction: OperableTransaction
  readonly availability: Availability
  readonly providerName: string
  readonly phase: OperationPhase
  readonly failure: Failure | null
  /** Paydesk could not be reached when the operation was asked for last. */
  readonly isUnreachable: boolean
  readonly changes: readonly string[]
  /** Takes what is known of the operation, while its response is late or did not come. */
  readonly onResponse: (response: OperationResponse) => void
  readonly onSubmit: (entry: OperationEntries[K]) => void
  /** Sends once more what needed a fresh second factor, now that it is proved. */
  readonly onProved: (entry: OperationEntries[K]) => void
  readonly onLeaveStepUp: () => void
  readonly stepUp: StepUpActions
}

type Title = 'capture' | 'refund' | 'void' | 'voidRest' | 'update' | 'extend' | FreeAmountKind

export type Verb =
  'capture' | 'refund' | 'void' | 'extend' | 'raise' | 'lower' | 'keep' | FreeAmountKind

/** What was sent last, as the button said it. */
interface Sent<K extends OperationKind> {
  readonly verb: Verb
  readonly sum: string
  readonly entry: OperationEntries[K] | null
}

interface Props<K extends OperationKind> {
  readonly dialog: OperationDialogProps<K>
  readonly form: Pick<OperationForm<unknown>, 'onIncomplete'>
  readonly title: Title
  /** The label of the button. */
  readonly verb: Verb
  /** The sum on the button; null while there is none. */
  readonly sumMinor: number | null
  /** The input to send; null while the entry is incomplete or wrong. */
  readonly entry: OperationEntries[K] | null
  /** The error of a missing entry that belongs to no field. */
  readonly problem?: string | null
  readonly wide?: boolean
  /** Puts the focus on the button, where the first entry is usually right. */
  readonly ready?: boolean
  readonly children: ReactNode
}

/**
 * The shell of all operation dialogs: where the payment stands, the choice, what went wrong, and a
 * button that carries the sum. Entry and errors stay here until something was started.
 */
export function OperationDialog<K extends OperationKind>(props: Props<K>) {
  const { dialog, form, title, verb, sumMinor, entry, problem = null } = props
  const { kind, transaction, availability } = dialog
  const { t, formats } = useI18n()
  /** The sent amount stays on the button while figures and entry may change. */
  const [sent, setSent] = useState<Sent<K>>({ verb, sum: '', entry: null })
  const formElement = useRef<HTMLFormElement>(null)
  const { orderReference, customerName } = transaction
  const about = [
    orderReference && t('dialogs.order', { reference: orderReference }),
    customerName,
  ].filter(Boolean)
  const sum = sumMinor === null ? null : formats.money(sumMinor, transaction.currency)
  const submit = (element: HTMLFormElement) => {
    if (!availability.allowed) return
    if (entry === null) {
      form.onIncomplete(element)
      return
    }
    setSent({ verb, sum: sum ?? '', entry })
    dialog.onSubmit(entry)
  }
  const ways = waysToProve(dialog)
  const endStepUp = (isProved: boolean) => {
    if (isProved && sent.entry !== null) dialog.onProved(sent.entry)
    else dialog.onLeaveStepUp()
  }
  return (
    <>
      <FollowUp dialog={dialog} />
      <Dialog
        open={dialog.open}
        onOpenChange={dialog.onOpenChange}
        title={t(`dialogs.titles.${title}`)}
        badge={<StatusPill status={transaction.status} />}
        description={about.length === 0 ? t('dialogs.noReference') : about.join(' · ')}
        wide={props.wide ?? false}
      >
        <form
          ref={formElement}
          hidden={ways !== null}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit(event.currentTarget)
          }}
        >
          <div className="grid gap-5 px-5 py-5 text-sm sm:px-6">
            <DialogBox kind={kind} transaction={transaction} />
            <OperationWord provider={transaction.provider} kind={kind} />
            {availability.allowed && props.children}
            <DialogNotices {...dialog} />
          </div>
          <DialogFooter
            dialog={dialog}
            verb={verb}
            sum={sum}
            sent={sent}
            problem={problem}
            ready={props.ready ?? false}
          />
        </form>
        {ways !== null && (
          <DialogStepUp
            about={t(`dialogs.submit.${sent.verb}.now`, { sum: sent.sum })}
            ways={ways}
            actions={dialog.stepUp}
            form={formElement}
            onEnd={endStepUp}
          />
        )}
      </Dialog>
    </>
  )
}

interface FollowUpProps {
  readonly dialog: Pick<
    OperationDialogProps<OperationKind>,
    'operationId' | 'phase' | 'failure' | 'onResponse'
  >
}

/**
 * Asks for the operation by its id while its response is late or did not come. It comes with the
 * dialog: without a connection nothing more could be loaded.
 */
function FollowUp({ dialog: { operationId, phase, failure, onResponse } }: FollowUpProps) {
  const isLate = phase === 'slow' || phase === 'no_response'
  if (!isLate && failure?.code !== 'not_started_yet') return null
  return <OperationPoller key={phase} operationId={operationId} onResponse={onResponse} />
}

interface FooterProps {
  readonly dialog: Pick<
    OperationDialogProps<OperationKind>,
    'availability' | 'phase' | 'onOpenChange'
  >
  readonly verb: Verb
  readonly sum: string | null
  readonly sent: Pick<Sent<OperationKind>, 'verb' | 'sum'>
  readonly problem: string | null
  readonly ready: boolean
}

/**
 * The missing entry and the buttons; it stays in view while the fields above it scroll. The buttons
 * stay where they are: a press that comes too late must not meet another one.
 */
function DialogFooter({ dialog, verb, sum, sent, problem, ready }: FooterProps) {
  const { availability, phase, onOpenChange } = dialog
  const { t } = useI18n()
  const action =
    sum === null ? t(`dialogs.submit.${verb}.open`) : t(`dialogs.submit.${verb}.now`, { sum })
  return (
    <div className="border-line bg-surface rounded-b-card sticky bottom-0 z-10 grid gap-3 border-t px-5 py-4 max-sm:rounded-none sm:-bottom-6 sm:px-6">
      <p role="alert" className="text-bad-ink text-sm font-medium empty:hidden sm:text-right">
        {problem}
      </p>
      <p role="status" className="sr-only">
        {availability.allowed && sum !== null && phase === 'ready' && action}
      </p>
      <div className="flex justify-end gap-3">
        <Button onClick={() => onOpenChange(false)} className="max-sm:px-3">
          {t(availability.allowed && phase === 'ready' ? 'dialogs.cancel' : 'dialogs.close')}
        </Button>
        <Button
          type="submit"
          tone="primary"
          busy={phase !== 'ready'}
          aria-disabled={!availability.allowed || undefined}
          data-first-focus={ready ? true : undefined}
          className="max-sm:flex-1 max-sm:px-2"
        >
          {phase === 'ready' && action}
          {phase === 'no_response' && t('dialogs.checking')}
          {(phase === 'sending' || phase === 'slow') &&
            t(`dialogs.submit.${sent.verb}.doing`, { sum: sent.sum })}
        </Button>
      </div>
    </div>
  )
}
