'use client'

import { useRef, useState } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Moment } from '@/components/transactions/shared/moment'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { PasskeyView } from '@/lib/domain/access/passkey'
import { useI18n } from '@/lib/i18n/use-i18n'
import { EntryForm } from './entry-form'
import type { PasskeyActions } from './passkey-actions'

const CHANGES = ['rename', 'remove'] as const
type Change = (typeof CHANGES)[number]

interface Props {
  readonly passkey: PasskeyView
  readonly actions: Pick<PasskeyActions, Change>
  /** What was done, in words; null when a change is sent. */
  readonly onDone: (text: string | null) => void
}

/** A passkey with its name and times; it is renamed and removed in its place. */
export function PasskeyRow({ passkey, actions, onDone }: Props) {
  const { t } = useI18n()
  const { name } = passkey
  const [open, setOpen] = useState<Change | null>(null)
  const buttons = useRef<HTMLDivElement>(null)

  function close() {
    setOpen(null)
    buttons.current?.querySelector('button')?.focus()
  }

  function finish(text: string) {
    setOpen(null)
    onDone(text)
  }

  const form = { passkey, onSend: () => onDone(null), onDone: finish, onCancel: close }
  return (
    <li className="grid gap-3 py-2.5 text-sm">
      <div className="flex flex-wrap items-center gap-3">
        <Icon name="lock" className="text-ink-faint" />
        <PasskeyFacts {...passkey} />
        <div ref={buttons} className="flex gap-2">
          {CHANGES.map((change) => (
            <Button
              key={change}
              size="small"
              aria-expanded={open === change}
              aria-label={t(`account.passkeys.${change}Named`, { name })}
              onClick={() => setOpen(open === change ? null : change)}
            >
              {t(`account.passkeys.${change}`)}
            </Button>
          ))}
        </div>
      </div>
      {open === 'rename' && <RenameForm {...form} action={actions.rename} />}
      {open === 'remove' && <RemovalForm {...form} action={actions.remove} />}
    </li>
  )
}

function PasskeyFacts({ name, createdAt, lastUsedAt }: PasskeyView) {
  const { t, formats } = useI18n()
  return (
    <div className="min-w-0 flex-1 basis-48">
      <p className="text-ink font-medium break-words">
        <bdi>{name}</bdi>
      </p>
      <p className="text-ink-soft">
        <Moment at={createdAt}>
          {t('account.passkeys.made', { at: formats.dateTime(createdAt) })}
        </Moment>
        {' · '}
        {lastUsedAt === null ? (
          t('account.passkeys.unused')
        ) : (
          <Moment at={lastUsedAt}>
            {t('account.passkeys.used', { at: formats.dateTime(lastUsedAt) })}
          </Moment>
        )}
      </p>
    </div>
  )
}

interface FormProps<C extends Change> {
  readonly passkey: PasskeyView
  readonly action: PasskeyActions[C]
  readonly onSend: () => void
  readonly onDone: (text: string) => void
  readonly onCancel: () => void
}

function RenameForm({ passkey, action, onSend, onDone, onCancel }: FormProps<'rename'>) {
  const { t } = useI18n()
  const { isPending, failure, act } = usePersonAct(action)

  async function send(typed: string) {
    onSend()
    const result = await act({ passkeyId: passkey.id, name: typed })
    if (result?.ok === true) onDone(t('account.passkeys.renamed', { name: result.value.name }))
  }

  return (
    <EntryForm
      meaning={null}
      naming={{ name: passkey.name }}
      asksPassword={false}
      submit={t('account.passkeys.saveName')}
      pending={t('account.passkeys.saving')}
      isPending={isPending}
      failure={failure}
      onSubmit={(entry) => void send(entry.name)}
      onCancel={onCancel}
    />
  )
}

function RemovalForm({ passkey, action, onSend, onDone, onCancel }: FormProps<'remove'>) {
  const { t } = useI18n()
  const { id: passkeyId, name } = passkey
  const { isPending, failure, act } = usePersonAct(action)

  async function send(current: string) {
    onSend()
    const result = await act({ passkeyId, current })
    if (result?.ok !== true) return
    onDone(t('account.passkeys.removed', { name, count: result.value.sessionsEnded }))
  }

  return (
    <EntryForm
      meaning={t('account.passkeys.removeMeaning')}
      naming={null}
      asksPassword
      submit={t('account.passkeys.removeIt')}
      pending={t('account.passkeys.removing')}
      isPending={isPending}
      failure={failure}
      onSubmit={(entry) => void send(entry.current)}
      onCancel={onCancel}
    />
  )
}
