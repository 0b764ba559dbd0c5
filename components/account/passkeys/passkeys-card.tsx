'use client'

import { useState } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { useKnowsPasskeys } from '@/components/access/shared/use-passkeys'
import { Card } from '@/components/ui/card'
import type { PasskeyView } from '@/lib/domain/access/passkey'
import { useI18n } from '@/lib/i18n/use-i18n'
import { AddPasskey } from './add-passkey'
import type { PasskeyActions } from './passkey-actions'
import { PasskeyRow } from './passkey-row'

interface Props {
  readonly passkeys: readonly PasskeyView[]
  /** False where people open the application at an address that browsers make no passkeys for. */
  readonly isAvailable: boolean
  readonly actions: PasskeyActions
}

/** One's own passkeys; where none can be made, it says why. */
export function PasskeysCard({ passkeys, isAvailable, actions }: Props) {
  const { t } = useI18n()
  const isKnown = useKnowsPasskeys()
  const [done, setDone] = useState<string | null>(null)
  return (
    <Card id="passkeys" title={t('account.passkeys.title')}>
      <div className="grid gap-3 px-5 pb-5 text-sm">
        <p className="text-ink-soft text-pretty">{t('account.passkeys.meaning')}</p>
        {passkeys.length > 0 && (
          <ul className="divide-line divide-y">
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} actions={actions} onDone={setDone} />
            ))}
          </ul>
        )}
        {!isAvailable && <p>{t('account.passkeys.unavailable')}</p>}
        {isAvailable && isKnown === false && <p>{t('account.passkeys.unsupported')}</p>}
        {isAvailable && isKnown === true && <AddPasskey actions={actions} onDone={setDone} />}
        <ActResult done={done} failure={null} takesFocus />
      </div>
    </Card>
  )
}
