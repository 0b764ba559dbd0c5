'use client'

import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Role } from '@/lib/domain/access/permission'
import type { ShownCodes } from '@/lib/domain/access/second-factor'
import { useI18n } from '@/lib/i18n/use-i18n'
import { RecoveryCodes } from './recovery-codes'
import { SetUpApp, type SetUpActions } from './set-up-app'

interface Props {
  readonly role: Role
  readonly isOn: boolean
  /** The path that it leads on to. */
  readonly onward: string
  readonly actions: SetUpActions
}

/** Sets up the second factor that the reader's role needs, before anything else. */
export function RequiredSetUp({ role, isOn, onward, actions }: Props) {
  const { t } = useI18n()
  const [shown, setShown] = useState<ShownCodes | null>(null)
  // A whole new page: what was loaded before leads here.
  const goOn = (
    <a href={onward} className={buttonStyle({ tone: 'primary' })}>
      {t('account.secondFactor.goOn')}
    </a>
  )
  return (
    <Card id="second-factor" title={t('account.secondFactor.title')}>
      <div className="px-5 pb-5">
        {shown !== null ? (
          <RecoveryCodes
            codes={shown.codes}
            done={t('account.secondFactor.turnedOn', { count: shown.sessionsEnded })}
          >
            {goOn}
          </RecoveryCodes>
        ) : isOn ? (
          goOn
        ) : (
          <SetUpApp
            actions={actions}
            meaning={t('account.secondFactor.required', { role: t(`roles.${role}`) })}
            onDone={setShown}
          />
        )}
      </div>
    </Card>
  )
}
