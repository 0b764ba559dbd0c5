'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useDenial } from '@/components/access/shared/role'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { useRunCommand } from '@/components/shell/shared/command-context'
import { Button } from '@/components/ui/button'
import type { KeepRestInput } from '@/lib/domain/operation/inputs'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

export type KeepRestAction = (input: KeepRestInput) => Promise<Result<null>>

/** Keeping twice is keeping once. */
const NO_RESPONSE: Failure = { code: 'rest_no_response' }

interface RestButtonsProps {
  readonly transactionId: string
  /** What is held, in words. */
  readonly sum: string
  readonly isKept: boolean
  readonly mayRelease: boolean
  readonly action: KeepRestAction
}

/** The two answers about the rest of a part capture: ship it later, or release it by a void. */
export default function RestButtons(props: RestButtonsProps) {
  const { transactionId, sum, isKept, mayRelease, action } = props
  const t = useTranslations('payment.rest')
  const describeFailure = useDescribeFailure()
  const router = useRouter()
  const runCommand = useRunCommand()
  const denial = useDenial('operate:capture')
  const { isPending, failure, run } = useOneAtATime(action, NO_RESPONSE)

  async function keep() {
    const result = await run({ transactionId })
    if (result?.ok === true) router.refresh()
  }

  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {!isKept && denial === null && (
        <Button size="small" busy={isPending} onClick={() => void keep()}>
          {t('keep')}
        </Button>
      )}
      {mayRelease && (
        <Button size="small" onClick={() => runCommand('void')}>
          {t('release', { sum })}
        </Button>
      )}
      <span role="alert" className="text-bad-ink text-sm font-medium empty:hidden">
        {failure !== null && describeFailure(failure)}
      </span>
    </div>
  )
}
