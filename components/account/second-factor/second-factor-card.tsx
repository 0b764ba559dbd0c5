'use client'

import { useState } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Role } from '@/lib/domain/access/permission'
import type { SecondFactorView, ShownCodes } from '@/lib/domain/access/second-factor'
import { useI18n } from '@/lib/i18n/use-i18n'
import { ChangeFactor, type ChangeActions } from './change-factor'
import { RecoveryCodes } from './recovery-codes'
import { SetUpApp, type SetUpActions } from './set-up-app'

interface Props {
  readonly view: SecondFactorView
  /** The reader's role where it needs a second factor; null where it does not. */
  readonly neededByRole: Role | null
  readonly actions: SetUpActions & ChangeActions
}

/** What was done last: codes to be kept, or the end of the second factor. */
type Done =
  | { readonly kind: 'turnedOn' | 'codesMade'; readonly shown: ShownCodes }
  | { readonly kind: 'turnedOff'; readonly sessionsEnded: number }

/** One's own second factor: off, on, or just changed. */
export function SecondFactorCard({ view, neededByRole, actions }: Props) {
  const { t, formats } = useI18n()
  const [done, setDone] = useState<Done | null>(null)
  const { appSince, codesLeft } = view
  const keep = (kind: 'turnedOn' | 'codesMade') => (shown: ShownCodes) => setDone({ kind, shown })

  if (done !== null && done.kind !== 'turnedOff') {
    const { kind, shown } = done
    return (
      <Card id="second-factor" title={t('account.secondFactor.title')}>
        <div className="px-5 pb-5">
          <RecoveryCodes
            codes={shown.codes}
            done={t(`account.secondFactor.${kind}`, { count: shown.sessionsEnded })}
          >
            <Button onClick={() => setDone(null)}>{t('account.secondFactor.kept')}</Button>
          </RecoveryCodes>
        </div>
      </Card>
    )
  }
  const turnedOff = done === null ? null : { count: done.sessionsEnded }
  return (
    <Card id="second-factor" title={t('account.secondFactor.title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <ActResult
          done={turnedOff === null ? null : t('account.secondFactor.turnedOff', turnedOff)}
          failure={null}
          takesFocus
        />
        {appSince === null ? (
          <SetUpApp
            actions={actions}
            meaning={t('account.secondFactor.offMeaning')}
            onDone={keep('turnedOn')}
          />
        ) : (
          <>
            <div className="grid gap-1">
              <p className="text-ink">
                {t('account.secondFactor.onSince', { at: formats.dateTime(appSince) })}
              </p>
              <p className="text-ink-soft">
                {t('account.secondFactor.codesLeft', { count: codesLeft })}
              </p>
            </div>
            <ChangeFactor
              neededByRole={neededByRole}
              actions={actions}
              onNewCodes={keep('codesMade')}
              onTurnedOff={({ sessionsEnded }) => setDone({ kind: 'turnedOff', sessionsEnded })}
            />
          </>
        )}
      </div>
    </Card>
  )
}
