'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useDenial } from '@/components/access/shared/role'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView, RequestedCheck } from '@/lib/domain/view/transaction-view'
import { durationText } from '@/lib/i18n/describe-age'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { describeStatusDetail } from '@/lib/i18n/describe-status-detail'
import { useCheck, type CheckAction } from './use-check'

interface Props {
  readonly operation: OperationView
  readonly providerName: string
  readonly action: CheckAction
}

/** Checks at the provider before the countdown ends, and shows the result. */
export function CheckNow({ operation, providerName, action }: Props) {
  const t = useTranslations('check')
  const describeAnswer = useAnswerText(operation, providerName)
  const { isChecking, answer, check } = useCheck(operation, action)
  const denial = useDenial('check_operation')
  const denialId = useId()
  return (
    <>
      <Button
        size="small"
        busy={isChecking}
        aria-disabled={denial !== null || undefined}
        aria-describedby={denialId}
        onClick={({ currentTarget }) => {
          if (denial === null) void check(currentTarget)
        }}
      >
        {isChecking ? t('checking') : t('action')}
      </Button>
      <p id={denialId} className="text-ink-soft empty:hidden">
        {denial}
      </p>
      <p role="status" className="text-ink-soft empty:hidden">
        {isChecking && (
          <span className="sr-only">{t('checkingWith', { provider: providerName })}</span>
        )}
        {answer !== null && describeAnswer(answer)}
      </p>
    </>
  )
}

function useAnswerText(operation: OperationView, provider: string) {
  const t = useTranslations()
  const describeFailure = useDescribeFailure()
  return (answer: Result<RequestedCheck>): string => {
    if (!answer.ok) return describeFailure(answer.error)
    const { waitMs } = answer.value
    if (waitMs !== null) {
      return t('check.spared', { provider, duration: durationText(Math.max(waitMs, 1_000), t) })
    }
    return operation.lastCheckFound === null
      ? t('check.nothingNew')
      : t('check.checked', { found: describeStatusDetail(t, operation.lastCheckFound) })
  }
}
