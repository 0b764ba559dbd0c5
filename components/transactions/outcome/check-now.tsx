'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useDenial } from '@/components/access/shared/role'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { describeStatusDetail } from '@/lib/i18n/describe-status-detail'
import { useCheck, type CheckAction, type CheckOutcome } from './use-check'

interface Props {
  readonly operation: OperationView
  readonly providerName: string
  readonly action: CheckAction
}

/** Checks at the provider before the countdown ends, and shows the result. */
export function CheckNow({ operation, providerName, action }: Props) {
  const t = useTranslations('check')
  const describeAnswer = useAnswerText(operation, providerName)
  const { isLooking, answer, check } = useCheck(operation, action)
  const denial = useDenial('check_operation')
  const denialId = useId()
  return (
    <>
      <Button
        size="small"
        busy={isLooking}
        aria-disabled={denial !== null || undefined}
        aria-describedby={denialId}
        onClick={({ currentTarget }) => {
          if (denial === null) void check(currentTarget)
        }}
      >
        {isLooking ? t('looking') : t('action')}
      </Button>
      <p id={denialId} className="text-ink-soft empty:hidden">
        {denial}
      </p>
      <p role="status" className="text-ink-soft empty:hidden">
        {isLooking && <span className="sr-only">{t('lookingAt', { provider: providerName })}</span>}
        {answer !== null && describeAnswer(answer)}
      </p>
    </>
  )
}

function useAnswerText(operation: OperationView, provider: string) {
  const t = useTranslations()
  const describeFailure = useDescribeFailure()
  return (answer: Result<CheckOutcome>): string => {
    if (!answer.ok) return describeFailure(answer.error)
    if (answer.value.isSpared) return t('check.spared', { provider })
    return operation.lastCheckFound === null
      ? t('check.nothingNew')
      : t('check.looked', { found: describeStatusDetail(t, operation.lastCheckFound) })
  }
}
