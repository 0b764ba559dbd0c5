'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { useDenial } from '@/components/access/shared/role'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { Button } from '@/components/ui/button'
import type { ReadAgainInput, ReadAgainResult } from '@/lib/domain/operation/inputs'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { durationText } from '@/lib/i18n/describe-age'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

export type ReadAgainAction = (input: ReadAgainInput) => Promise<Result<ReadAgainResult>>

const NO_RESPONSE: Failure = { code: 'check_unreachable' }

interface ReadAgainProps {
  readonly unreadId: string
  /** The payment in words, for those who do not see the row of the button. */
  readonly name: string
  readonly action: ReadAgainAction
}

/** Reads a payment again at its provider, and says how it went. */
export default function ReadAgain({ unreadId, name, action }: ReadAgainProps) {
  const t = useTranslations('unread')
  const describeAnswer = useDescribeAnswer()
  const router = useRouter()
  const { isPending, answer, run } = useOneAtATime(action, NO_RESPONSE)
  const denial = useDenial('check_operation')
  const denialId = useId()

  async function read() {
    const result = await run({ unreadId })
    if (result?.ok === true) router.refresh()
  }

  return (
    <>
      <Button
        size="small"
        busy={isPending}
        aria-disabled={denial !== null || undefined}
        aria-describedby={denialId}
        onClick={() => {
          if (denial === null) void read()
        }}
      >
        {isPending ? t('reading') : t('again')}
        {name !== '' && <span className="sr-only"> {name}</span>}
      </Button>
      <span id={denialId} className="mt-1 block text-xs empty:hidden">
        {denial}
      </span>
      <span role="status" className="mt-1 block text-xs empty:hidden">
        {answer !== null && describeAnswer(answer)}
      </span>
    </>
  )
}

function useDescribeAnswer() {
  const t = useTranslations('unread')
  const texts = useTranslations()
  const describeFailure = useDescribeFailure()
  return (answer: Result<ReadAgainResult>): string => {
    if (!answer.ok) return describeFailure(answer.error)
    const { value } = answer
    if (typeof value === 'string') return t(`results.${value}`)
    const duration = durationText(Math.max(value.waitMs, 1_000), texts)
    return t('results.must_wait', { duration })
  }
}
