'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ConnectionName } from '@/lib/domain/access/person'
import type { Role } from '@/lib/domain/access/permission'
import { InviteForm, type InviteEntry } from './invite-form'
import { OneTimeLink } from './one-time-link'
import type { PeopleActions } from './people-actions'

interface Props {
  readonly action: PeopleActions['invite']
  /** The roles that the reader may give. */
  readonly roles: readonly Role[]
  /** The connections that the reader sees, and may give. */
  readonly connections: readonly ConnectionName[]
  readonly mayGiveAll: boolean
  readonly validHours: number
}

/** The button that invites, and its dialog: first the form, then the link. */
export function InvitePerson(props: Props) {
  const { action, roles, connections, mayGiveAll, validHours } = props
  const t = useTranslations('people.invite')
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const { isPending, value, failure, act, forget } = usePersonAct(action)

  function open(next: boolean) {
    if (!next && isPending) return
    setOpen(next)
    if (!next) forget()
  }

  async function submit(entry: InviteEntry) {
    setName(entry.name.trim())
    await act(entry)
  }

  return (
    <>
      <Button tone="primary" onClick={() => open(true)}>
        {t('button')}
      </Button>
      <Dialog open={isOpen} onOpenChange={open} title={t('title')} description={t('meaning')}>
        {value === null ? (
          <InviteForm
            roles={roles}
            connections={connections}
            mayGiveAll={mayGiveAll}
            isPending={isPending}
            failure={failure}
            onSubmit={(entry) => void submit(entry)}
          />
        ) : (
          <div className="grid gap-4 p-5 sm:p-6">
            <OneTimeLink link={value} name={name} validHours={validHours} />
            <Button tone="primary" size="large" onClick={() => open(false)} className="w-full">
              {t('done')}
            </Button>
          </div>
        )}
      </Dialog>
    </>
  )
}
