'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { useRefreshAfter } from '@/components/act/use-refresh-after'
import { Button } from '@/components/ui/button'
import type { RemoveRuleInput, SwitchRuleInput } from '@/lib/domain/extension/extension-rule'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

export interface RuleActions {
  readonly switch: (input: SwitchRuleInput) => Promise<Result<null>>
  readonly remove: (input: RemoveRuleInput) => Promise<Result<null>>
}

interface Props {
  readonly ruleId: string
  readonly name: string
  readonly isOn: boolean
  readonly actions: RuleActions
}

/** Switching twice is once, and so is removing. */
const NO_RESPONSE: Failure = { code: 'rule_no_response' }

/** Switches a rule on or off, or removes it once that was asked again. */
export function RuleButtons({ ruleId, name, isOn, actions }: Props) {
  const t = useTranslations('rules')
  const describeFailure = useDescribeFailure()
  const refresh = useRefreshAfter()
  const [isRemoving, setRemoving] = useState(false)
  const send = (act: () => Promise<Result<null>>) => act()
  const { isPending, failure, run } = useOneAtATime(send, NO_RESPONSE)

  async function act(action: () => Promise<Result<null>>) {
    const result = await run(action)
    setRemoving(false)
    if (result !== null) await refresh(result)
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {isRemoving ? (
        <>
          <p className="text-ink text-sm">{t('removeQuestion', { name })}</p>
          <Button
            size="small"
            busy={isPending}
            onClick={() => void act(() => actions.remove({ ruleId }))}
          >
            {t('removeSure')}
          </Button>
          <Button size="small" tone="quiet" onClick={() => setRemoving(false)}>
            {t('keep')}
          </Button>
        </>
      ) : (
        <>
          <Button
            size="small"
            busy={isPending}
            aria-label={t(isOn ? 'switchOffNamed' : 'switchOnNamed', { name })}
            onClick={() => void act(() => actions.switch({ ruleId, isOn: !isOn }))}
          >
            {t(isOn ? 'switchOff' : 'switchOn')}
          </Button>
          <Button
            size="small"
            tone="quiet"
            aria-label={t('removeNamed', { name })}
            onClick={() => setRemoving(true)}
          >
            {t('remove')}
          </Button>
        </>
      )}
      <span role="alert" className="text-bad-ink text-sm font-medium empty:hidden">
        {failure !== null && describeFailure(failure)}
      </span>
    </div>
  )
}
