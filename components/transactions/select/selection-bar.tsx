'use client'

import { useTranslations } from 'next-intl'
import { useState, type KeyboardEvent } from 'react'
import { FailureAlert } from '@/components/act/failure-alert'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { BatchKind } from '@/lib/domain/batch/batch'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import type { BatchSelection } from '@/lib/domain/batch/batch-inputs'
import { joinSums } from '@/lib/i18n/describe-batch'
import { useI18n } from '@/lib/i18n/use-i18n'
import { ReasonDialog, type ReasonedKind } from './reason-dialog'
import {
  areTicked,
  NO_SELECTION,
  totalsByKind,
  type Candidate,
  type KindTotal,
  type Selection,
} from './selection'
import { useRehearsal, type RehearseAction } from './use-rehearsal'

export interface SelectionBarProps {
  /** The address of the list, all its pages: `view=…`. */
  readonly query: string
  readonly shown: readonly Candidate[]
  /** The kinds of batches that the reader's role may start. */
  readonly kinds: readonly BatchKind[]
  /** The list goes on after this page: the number of its payments, where it is known. */
  readonly whole: {
    readonly count: number | null
    readonly kinds: readonly BatchKind[]
    /** What all of them hold, where that is known; else empty. */
    readonly held: readonly CurrencySum[]
  } | null
  readonly rehearse: RehearseAction
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  /** Gives the focus back to the rows. */
  readonly onLeave: () => void
}

/** The number and the sums of what is selected, and what can be done with it. */
export default function SelectionBar(props: SelectionBarProps) {
  const { query, shown, kinds, whole, selection, onSelect } = props
  const t = useTranslations('batchBar')
  const [wholeOf, setWholeOf] = useState<Selection | null>(null)
  const [reasonFor, setReasonFor] = useState<ReasonedKind | null>(null)
  const { isPending, failure, rehearse } = useRehearsal(props.rehearse, () =>
    onSelect(NO_SELECTION),
  )
  // A tick that changes ends the selection of everything.
  const isWhole = wholeOf === selection && whole !== null
  const totals = totalsByKind(selection, shown, kinds)

  function onKeyDown({ key }: KeyboardEvent) {
    if (key === 'Escape' && reasonFor === null) props.onLeave()
  }
  function send(kind: BatchKind, reason: string | null) {
    const ids = totals.find((total) => total.kind === kind)?.ids ?? []
    const by: BatchSelection = isWhole
      ? { by: 'view', query }
      : { by: 'payments', transactionIds: ids }
    void rehearse({ kind, selection: by, reason })
  }
  function act(kind: BatchKind) {
    if (kind === 'capture') send(kind, null)
    else setReasonFor(kind)
  }
  const count = isWhole
    ? null
    : (totals.find(({ kind }) => kind === reasonFor)?.ids.length ?? selection.size)

  return (
    <section
      data-bar
      aria-label={t('name')}
      onKeyDown={onKeyDown}
      className="border-line-strong bg-surface shadow-dialog rounded-card enter sticky bottom-2 z-20 mx-2 my-2 grid gap-2 border px-3 py-2.5 text-sm sm:px-4"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 lg:flex-nowrap">
        <Figures {...props} isWhole={isWhole} total={totals[0] ?? null} />
        <div className="flex flex-wrap items-center gap-2 sm:ml-auto lg:shrink-0">
          <Acts {...props} isWhole={isWhole} totals={totals} isPending={isPending} onAct={act} />
          {!isWhole && whole !== null && areTicked(selection, shown) === true && (
            <Button size="small" onClick={() => setWholeOf(selection)}>
              {whole.count === null
                ? t('selectUncounted')
                : t('selectWhole', { count: whole.count })}
            </Button>
          )}
          <Button
            size="icon"
            tone="quiet"
            aria-label={t('clear')}
            title={t('clear')}
            onClick={() => {
              props.onLeave()
              onSelect(NO_SELECTION)
            }}
          >
            <Icon name="cross" />
          </Button>
        </div>
      </div>
      <FailureAlert failure={failure} />
      <ReasonDialog
        kind={reasonFor}
        count={count}
        onClose={() => setReasonFor(null)}
        onSubmit={(kind, reason) => {
          setReasonFor(null)
          send(kind, reason)
        }}
      />
    </section>
  )
}

interface FiguresProps extends SelectionBarProps {
  readonly isWhole: boolean
  readonly total: KindTotal | null
}

function Figures({ shown, whole, selection, isWhole, total }: FiguresProps) {
  const { t, formats } = useI18n('batchBar')
  const elsewhere = [...selection.keys()].filter((id) => !shown.some((row) => row.id === id)).length
  return (
    <div role="status" className="min-w-0 text-pretty tabular-nums lg:flex-1">
      <p className="text-ink font-semibold">
        {isWhole
          ? whole?.count == null
            ? t('wholeUncounted')
            : t('whole', { count: whole.count })
          : t('selected', { count: selection.size })}
        {!isWhole && elsewhere > 0 && (
          <span className="text-ink-soft font-normal">
            {' '}
            · {t('elsewhere', { count: elsewhere })}
          </span>
        )}
        {isWhole && whole !== null && whole.held.length > 0 && (
          <span className="text-ink-soft font-normal">
            {' · '}
            {t('sums.extend_authorization', { sums: joinSums(whole.held, formats) })}
          </span>
        )}
        {!isWhole && total !== null && (
          <span className="text-ink-soft font-normal">
            {' · '}
            {t(`sums.${total.kind}`, { sums: joinSums(total.sums, formats) })}
          </span>
        )}
      </p>
      <p className="text-ink-soft text-xs">{t('rehearsalFirst')}</p>
    </div>
  )
}

interface ActsProps extends SelectionBarProps {
  readonly isWhole: boolean
  readonly totals: readonly KindTotal[]
  readonly isPending: boolean
  readonly onAct: (kind: BatchKind) => void
}

function Acts({ kinds, whole, isWhole, totals, isPending, onAct }: ActsProps) {
  const { t, formats } = useI18n('batchBar')
  const offered = isWhole ? (whole?.kinds ?? []) : totals.map(({ kind }) => kind)
  if (offered.length === 0) {
    const words = formats.anyOf(kinds.map((kind) => t(`noneKinds.${kind}`)))
    return <p className="text-ink-soft">{t('none', { kinds: words })}</p>
  }
  return offered.map((kind, index) => (
    <Button
      key={kind}
      size="small"
      tone={index === 0 ? 'primary' : 'secondary'}
      busy={isPending && index === 0}
      aria-disabled={isPending}
      onClick={() => !isPending && onAct(kind)}
    >
      {isPending && index === 0
        ? t('rehearsing')
        : isWhole
          ? t(`actWhole.${kind}`)
          : t(`act.${kind}`, {
              count: totals.find((total) => total.kind === kind)?.ids.length ?? 0,
            })}
    </Button>
  ))
}
