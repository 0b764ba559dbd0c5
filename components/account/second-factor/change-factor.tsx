'use client'

import { useState } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import type { Role } from '@/lib/domain/access/permission'
import type { OwnProofInput } from '@/lib/domain/access/person-inputs'
import type { ShownCodes } from '@/lib/domain/access/second-factor'
import type { Result } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'
import { FactorForm } from './factor-form'

/** The actions that change a second factor which is on, as their server makes them. */
export interface ChangeActions {
  readonly newCodes: (input: OwnProofInput) => Promise<Result<ShownCodes>>
  readonly turnOff: (input: OwnProofInput) => Promise<Result<{ sessionsEnded: number }>>
}

interface Props {
  readonly neededByRole: Role | null
  readonly actions: ChangeActions
  readonly onNewCodes: (shown: ShownCodes) => void
  readonly onTurnedOff: (done: { readonly sessionsEnded: number }) => void
}

/** What can be done with a second factor that is on. */
export function ChangeFactor({ neededByRole, actions, onNewCodes, onTurnedOff }: Props) {
  const { t } = useI18n()
  const needed = neededByRole === null ? null : { role: t(`roles.${neededByRole}`) }
  return (
    <div className="divide-line border-line grid divide-y border-t">
      <Change
        label={t('account.secondFactor.newCodes')}
        meaning={t('account.secondFactor.newCodesMeaning')}
        action={actions.newCodes}
        onDone={onNewCodes}
      />
      {needed === null ? (
        <Change
          label={t('account.secondFactor.turnOff')}
          meaning={t('account.secondFactor.turnOffMeaning')}
          action={actions.turnOff}
          onDone={onTurnedOff}
        />
      ) : (
        <p className="text-ink-soft pt-4 text-pretty">
          {t('account.secondFactor.turnOffNeeded', needed)}
        </p>
      )}
    </div>
  )
}

interface ChangeProps<T> {
  readonly label: string
  readonly meaning: string
  readonly action: (input: OwnProofInput) => Promise<Result<T>>
  readonly onDone: (value: T) => void
}

/** A button, and below it the form that the change needs once it was pressed. */
function Change<T>({ label, meaning, action, onDone }: ChangeProps<T>) {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  const { isPending, failure, act, forget } = usePersonAct(action)

  async function submit(entry: OwnProofInput) {
    const result = await act(entry)
    if (result?.ok === true) onDone(result.value)
  }

  return (
    <div className="grid gap-4 py-4 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="text-ink-soft min-w-0 flex-1 basis-64 text-pretty">{meaning}</p>
        {!isOpen && <Button onClick={() => setOpen(true)}>{label}</Button>}
      </div>
      {isOpen && (
        <FactorForm
          asksPassword
          codeLabel={t('account.secondFactor.code')}
          submitLabel={label}
          isPending={isPending}
          failure={failure}
          onSubmit={(entry) => void submit(entry)}
          onCancel={() => {
            forget()
            setOpen(false)
          }}
        />
      )}
    </div>
  )
}
