'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useWhyNot } from '@/components/access/shared/role'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useFailureWords } from '@/lib/i18n/describe-failure'
import { saidWords } from '@/lib/i18n/describe-status-detail'
import { useCheck, type CheckAction, type Look } from './use-check'

interface Props {
  readonly operation: OperationView
  readonly providerName: string
  readonly action: CheckAction
}

/** Looks at the provider before the countdown ends, and says what came of it. */
export function CheckNow({ operation, providerName, action }: Props) {
  const t = useTranslations('check')
  const answerText = useAnswerText(operation, providerName)
  const { isLooking, answer, check } = useCheck(operation, action)
  const whyNot = useWhyNot('check_operation')
  const whyNotId = useId()
  return (
    <>
      <Button
        size="small"
        busy={isLooking}
        aria-disabled={whyNot !== null || undefined}
        aria-describedby={whyNotId}
        onClick={({ currentTarget }) => {
          if (whyNot === null) void check(currentTarget)
        }}
      >
        {isLooking ? t('looking') : t('action')}
      </Button>
      <p id={whyNotId} className="text-ink-soft empty:hidden">
        {whyNot}
      </p>
      <p role="status" className="text-ink-soft empty:hidden">
        {isLooking && <span className="sr-only">{t('lookingAt', { provider: providerName })}</span>}
        {answer !== null && answerText(answer)}
      </p>
    </>
  )
}

function useAnswerText(operation: OperationView, provider: string) {
  const t = useTranslations()
  const failureWords = useFailureWords()
  return (answer: Result<Look>): string => {
    if (!answer.ok) return failureWords(answer.error)
    if (answer.value.isSpared) return t('check.spared', { provider })
    return operation.lastCheckFound === null
      ? t('check.nothingNew')
      : t('check.looked', { found: saidWords(t, operation.lastCheckFound) })
  }
}
