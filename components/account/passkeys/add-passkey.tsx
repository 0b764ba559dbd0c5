'use client'

import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useRef, useState } from 'react'
import { answerOf } from '@/components/access/shared/use-passkeys'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import type { MadePasskey } from '@/lib/domain/access/passkey'
import type { Result } from '@/lib/domain/operation/result'
import { deviceOf } from '@/lib/format/device'
import { useI18n } from '@/lib/i18n/use-i18n'
import { EntryForm, type Entry } from './entry-form'
import type { PasskeyActions } from './passkey-actions'

interface Props {
  readonly actions: Pick<PasskeyActions, 'start' | 'add'>
  readonly onDone: (text: string | null) => void
}

/** Has the device make a passkey, after the current password. */
export function AddPasskey({ actions, onDone }: Props) {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { isPending, failure, act, forget } = usePersonAct(make)

  function defaultName(): string {
    const device = deviceOf(navigator.userAgent)
    return device === null ? t('account.passkeys.title') : t('people.sessions.on', device)
  }

  async function make({ name, current }: Entry): Promise<Result<{ readonly name: string }>> {
    const started = await actions.start({ current })
    if (!started.ok) return started
    const answer = await answerOf(() => makeByDevice(started.value))
    if (!answer.ok) return answer
    const { id, clientDataJson, attestationObject, transports } = answer.value
    const named = name.trim() === '' ? defaultName() : name
    return actions.add({ name: named, id, clientDataJson, attestationObject, transports })
  }

  async function submit(entry: Entry) {
    onDone(null)
    const result = await act(entry)
    if (result?.ok !== true) return
    setOpen(false)
    onDone(t('account.passkeys.added', { name: result.value.name }))
  }

  function close() {
    forget()
    setOpen(false)
    // The button comes back in the place of the form.
    setTimeout(() => opener.current?.focus())
  }

  if (!isOpen) {
    return (
      <Button ref={opener} className="justify-self-start" onClick={() => setOpen(true)}>
        {t('account.passkeys.add')}
      </Button>
    )
  }
  return (
    <EntryForm
      meaning={t('account.passkeys.addMeaning')}
      naming={{ name: '', hint: t('account.passkeys.nameHint', { name: defaultName() }) }}
      asksPassword
      submit={t('account.passkeys.make')}
      pending={t('account.passkeys.making')}
      isPending={isPending}
      failure={failure}
      onSubmit={(entry) => void submit(entry)}
      onCancel={close}
    />
  )
}

async function makeByDevice(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<MadePasskey> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { id, response } = await startRegistration({ optionsJSON })
  const { clientDataJSON: clientDataJson, attestationObject, transports = [] } = response
  return { id, clientDataJson, attestationObject, transports }
}
