'use client'

import { cn } from '@/components/ui/cn'
import { Icon, type IconName } from '@/components/ui/icon'
import { Spinner } from '@/components/ui/spinner'
import { isOpen, type OperationState } from '@/lib/domain/operation/outcome'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { STATE_TONES } from '@/lib/format/labels'
import { useI18n } from '@/lib/i18n/use-i18n'
import { describeOperation } from './describe-operation'
import { OperationChecks } from './operation-checks'
import { OperationExits } from './operation-exits'
import { OPERATION_TITLE_ID, type CheckAction } from './use-check'

const LOOKS = {
  good: { card: 'border-good-line bg-good-soft', ink: 'text-good-ink', edge: 'bg-good' },
  bad: { card: 'border-bad-line bg-bad-soft', ink: 'text-bad-ink', edge: 'bg-bad' },
  warn: { card: 'border-warn-line bg-warn-soft', ink: 'text-warn-ink', edge: 'stripes-warn' },
  info: { card: 'border-info-line bg-info-soft', ink: 'text-info-ink', edge: 'bg-info' },
  neutral: { card: 'border-line-strong bg-surface', ink: 'text-ink', edge: 'bg-released' },
} as const

const ICONS: Readonly<Partial<Record<OperationState, IconName>>> = {
  pending: 'clock',
  needs_review: 'warning',
  succeeded: 'check',
  refused: 'cross',
  not_sent: 'undo',
  abandoned: 'undo',
}

/** States in which no money moved: what can be done instead is offered. */
const UNDONE: readonly OperationState[] = ['refused', 'not_sent', 'abandoned']

interface Props {
  readonly operation: OperationView
  readonly providerName: string
  readonly portalUrl: string | null
  readonly now: Date
  /** The reason that the newest state could not be read. */
  readonly problem: 'unreachable' | 'signed_out' | null
  /** The same operation may be requested again now. */
  readonly canRetry: boolean
  /** The operation named no order lines, since the provider showed none before it. */
  readonly linesUnseen: boolean
  readonly checkAction: CheckAction
}

/** The outcome of an operation: the state of the money, and the next step. */
export function OperationCard(props: Props) {
  const { operation, providerName, portalUrl, now, problem, checkAction, linesUnseen } = props
  const i18n = useI18n()
  const { title, money, next, quote } = describeOperation(operation, providerName, now, i18n)
  const tone = STATE_TONES[operation.state]
  const style = LOOKS[tone === 'accent' || tone === 'back' ? 'neutral' : tone]
  const icon = ICONS[operation.state]
  return (
    <section
      aria-labelledby={OPERATION_TITLE_ID}
      data-state={operation.state}
      className={cn(
        'rounded-card shadow-card enter relative mb-4 overflow-hidden border py-4 pr-5 pl-6',
        style.card,
      )}
    >
      <span aria-hidden="true" className={cn('absolute inset-y-0 left-0 w-1.5', style.edge)} />
      <div className="flex gap-3">
        <span className={cn('mt-1', style.ink)}>{icon ? <Icon name={icon} /> : <Spinner />}</span>
        <div className="grid min-w-0 flex-1 gap-1 text-sm">
          <h2
            id={OPERATION_TITLE_ID}
            tabIndex={-1}
            className={cn('text-base font-semibold outline-none', style.ink)}
          >
            {title}
          </h2>
          <p className="text-ink">{money}</p>
          {quote !== null && (
            <p className="text-ink border-line-strong my-1 border-l-2 pl-3">
              {quote}
              {operation.refusalCode !== null && (
                <span className="text-ink-soft ml-2 text-xs">{operation.refusalCode}</span>
              )}
            </p>
          )}
          {next !== '' && <p className="text-ink-soft">{next}</p>}
          {operation.state === 'refused' && linesUnseen && (
            <p className="text-ink-soft">
              {i18n.t('operationCard.linesUnseen', { provider: providerName })}
            </p>
          )}
          {UNDONE.includes(operation.state) && <OperationExits {...props} />}
          {isOpen(operation.state) && (
            <OperationChecks
              operation={operation}
              providerName={providerName}
              portalUrl={portalUrl}
              now={now}
              checkAction={checkAction}
            />
          )}
          {problem !== null && (
            <p className="text-bad-ink font-medium">
              {i18n.t(`operationCard.pageErrors.${problem}`)}
            </p>
          )}
        </div>
      </div>
    </section>
  )
}
