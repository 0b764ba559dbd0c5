'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useBusiness } from '@/components/business/shared/business-provider'
import { ReasonFields } from '@/components/transactions/operate/reason-fields'
import {
  NO_REASON,
  reasonProblem,
  reasonText,
} from '@/components/transactions/operate/reason-entry'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { BatchKind } from '@/lib/domain/batch/batch'
import { REASONS, type ReasonCode } from '@/lib/domain/operation/reasons'

/** The kinds that are asked for with a reason. */
export type ReasonedKind = Exclude<BatchKind, 'capture'>

/** The reasons that the business offers for a kind of batch. */
export function useReasons(): Readonly<Record<ReasonedKind, readonly ReasonCode[]>> {
  const { refundReasons, voidReasons } = useBusiness()
  return {
    refund: refundReasons,
    void: voidReasons,
    extend_authorization: REASONS.extend_authorization,
  }
}

interface Props {
  /** Null where nothing is asked. */
  readonly kind: ReasonedKind | null
  /** Null where everything in the list is meant. */
  readonly count: number | null
  readonly onClose: () => void
  readonly onSubmit: (kind: ReasonedKind, reason: string) => void
}

/** Asks for the reason of a refund, a void or an extension. What was entered stays when it is closed. */
export function ReasonDialog({ kind, count, onClose, onSubmit }: Props) {
  const t = useTranslations('batchBar.dialog')
  const reasons = useReasons()
  const [entry, setEntry] = useState(NO_REASON)
  const [showErrors, setShowErrors] = useState(false)
  if (kind === null) return null
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={count === null ? t(`whole.${kind}`) : t(kind, { count })}
      description={t('description')}
    >
      <form
        noValidate
        className="grid gap-5 px-5 pt-4 pb-5 text-sm sm:px-6"
        onSubmit={(event) => {
          event.preventDefault()
          setShowErrors(true)
          if (reasonProblem(entry) === null) onSubmit(kind, reasonText(entry))
        }}
      >
        <ReasonFields
          reasons={reasons[kind]}
          entry={entry}
          onChange={setEntry}
          showErrors={showErrors}
          first
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="primary">
            {t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
