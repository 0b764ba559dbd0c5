'use client'

import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Spinner } from '@/components/ui/spinner'
import type { Capability } from '@/lib/domain/capability'
import type { Failure } from '@/lib/domain/result'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { formatMoney } from '@/lib/format/money'
import { CaptureAfter } from './capture-after'
import { CaptureBox } from './capture-box'
import { StatusPill } from './status-pill'
import type { CapturePhase } from './use-capture'

/** What the dialog shows of a payment. */
export type CapturedTransaction = Pick<
  TransactionView,
  | 'id'
  | 'status'
  | 'amountMinor'
  | 'currency'
  | 'method'
  | 'totals'
  | 'orderReference'
  | 'customerName'
>

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly transaction: CapturedTransaction
  readonly capability: Capability
  readonly providerName: string
  readonly phase: CapturePhase
  readonly failure: Failure | null
  readonly onSubmit: (amountMinor: number) => void
}

/** Captures everything that is left. The entry and the errors stay here until something started. */
export function CaptureDialog(props: Props) {
  const { open, onOpenChange, transaction, capability, providerName, phase, failure } = props
  const { currency, totals, orderReference, customerName } = transaction
  const amountMinor = capability.allowed ? capability.maxMinor : 0
  const about = [orderReference && `Order ${orderReference}`, customerName].filter(Boolean)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Capture everything left"
      badge={<StatusPill status={transaction.status} />}
      description={about.length === 0 ? 'No order reference' : about.join(' · ')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (capability.allowed) props.onSubmit(amountMinor)
        }}
      >
        <div className="grid gap-4 px-5 py-5 text-sm sm:px-6">
          <CaptureBox transaction={transaction} />
          {capability.allowed && (
            <CaptureAfter totals={totals} currency={currency} amountMinor={amountMinor} />
          )}
          <div role="alert" className="empty:hidden">
            {failure !== null && <Failed failure={failure} />}
            {failure === null && !capability.allowed && phase === 'ready' && (
              <Banner tone="neutral" icon="lock">
                {capability.reason}
              </Banner>
            )}
          </div>
          <div role="status" className="empty:hidden">
            {phase === 'slow' && (
              <Waiting>
                {providerName} takes its time to answer. You can close this: the page follows it.
              </Waiting>
            )}
            {phase === 'lost' && (
              <Waiting>
                The answer did not reach this page, so we are checking whether anything was started.
                Nothing is sent a second time.
              </Waiting>
            )}
          </div>
        </div>
        <div className="border-line flex flex-wrap justify-end gap-3 border-t px-5 py-4 max-sm:flex-col-reverse sm:px-6">
          <Button onClick={() => onOpenChange(false)}>
            {capability.allowed && phase === 'ready' ? 'Cancel' : 'Close'}
          </Button>
          {(capability.allowed || phase !== 'ready') && (
            <Button type="submit" tone="primary" busy={phase !== 'ready'} data-first-focus>
              {BUTTONS[phase](formatMoney(amountMinor, currency))}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

const BUTTONS: Readonly<Record<CapturePhase, (sum: string) => string>> = {
  ready: (sum) => `Capture ${sum}`,
  sending: (sum) => `Capturing ${sum}…`,
  slow: (sum) => `Capturing ${sum}…`,
  lost: () => 'Checking…',
}

/** Why nothing was started. That a colleague was faster is no fault of anybody's. */
function Failed({ failure }: { readonly failure: Failure }) {
  const faster = failure.code === 'operation_open'
  return (
    <Banner tone={faster ? 'info' : 'bad'} icon={faster ? 'clock' : 'warning'}>
      <p className="text-ink">{failure.message}</p>
    </Banner>
  )
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <p className="rounded-card border-info-line bg-info-soft text-ink flex gap-3 border px-4 py-3">
      <Spinner className="text-info-ink mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  )
}
