'use client'

import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useActionState } from 'react'
import { noResponseFailure } from '@/components/act/use-one-at-a-time'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { SignedChallenge } from '@/lib/domain/access/passkey'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { answerOf, signByDevice, useKnowsPasskeys } from './shared/use-passkeys'

interface Props {
  readonly start: () => Promise<Result<PublicKeyCredentialRequestOptionsJSON>>
  /** Redirects to `from` when it works. */
  readonly finish: (signed: SignedChallenge, from: string) => Promise<Failure>
  /** The path to go to after signing in. */
  readonly from: string
}

const NO_RESPONSE: Failure = { code: 'people_no_response' }

/**
 * Signs in by any passkey of the device, without an e-mail address. Its room is kept until the
 * script has run; where the browser knows no passkeys, there is nothing.
 */
export function PasskeySignIn({ start, finish, from }: Props) {
  const t = useTranslations('access.passkey')
  const describeFailure = useDescribeFailure()
  const isKnown = useKnowsPasskeys()
  const [failure, submit, isPending] = useActionState<Failure | null>(async () => {
    try {
      const started = await start()
      if (!started.ok) return started.error
      const answer = await answerOf(() => signByDevice(started.value))
      return answer.ok ? await finish(answer.value, from) : answer.error
    } catch (thrown) {
      unstable_rethrow(thrown)
      return noResponseFailure(thrown, NO_RESPONSE)
    }
  }, null)

  if (isKnown === false) return null
  return (
    <div className={cn('grid gap-5', isKnown === null && 'invisible')}>
      <p className="text-ink-soft before:bg-line after:bg-line flex items-center gap-3 text-sm before:h-px before:flex-1 after:h-px after:flex-1">
        {t('or')}
      </p>
      <div role="alert" className="empty:hidden">
        {failure !== null && (
          <p className="rounded-control bg-bad-soft text-bad-ink px-3 py-2 text-sm">
            {describeFailure(failure)}
          </p>
        )}
      </div>
      <Button busy={isPending} className="w-full" onClick={() => startTransition(() => submit())}>
        {t(isPending ? 'pending' : 'submit')}
      </Button>
    </div>
  )
}
