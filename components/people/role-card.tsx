'use client'

import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { PersonView } from '@/lib/domain/access/person'
import type { Role } from '@/lib/domain/access/permission'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { PeopleActions } from './people-actions'
import { RoleSelect } from './role-select'

interface Props {
  readonly person: Pick<PersonView, 'id' | 'name' | 'role'>
  /** The roles that the reader may give; none when the role can't be changed by the reader. */
  readonly roles: readonly Role[]
  readonly action: PeopleActions['giveRole']
}

/** A person's role, and giving another one. */
export function RoleCard({ person: { id: personId, name, role: now }, roles, action }: Props) {
  const { t } = useI18n()
  const [chosen, setChosen] = useState({ from: now, role: now })
  const [saved, setSaved] = useState<Role | null>(null)
  const { isPending, value, failure, act } = usePersonAct(action)
  // Another role that was given meanwhile is the one to begin from.
  const role = chosen.from === now ? chosen.role : now
  const isSaved = value !== null && saved !== null

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    const result = await act({ personId, role })
    if (result?.ok === true) setSaved(role)
  }

  return (
    <Card id="role" title={t('people.role.title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        {roles.length === 0 ? (
          <p className="text-ink-soft">
            <strong className="text-ink font-medium">{t(`roles.${now}`)}</strong>
            <br />
            {t('people.role.own')}
          </p>
        ) : (
          <form className="grid justify-items-start gap-4" onSubmit={(event) => void submit(event)}>
            <div className="w-full max-w-sm">
              <RoleSelect
                label={t('people.role.choose', { name })}
                roles={roles}
                value={role}
                onChange={(next) => setChosen({ from: now, role: next })}
              />
            </div>
            <Button type="submit" busy={isPending} disabled={role === now && !isSaved}>
              {t(isPending ? 'people.role.pending' : 'people.role.save')}
            </Button>
          </form>
        )}
        <ActResult
          done={isSaved ? t('people.role.saved', { name, role: t(`roles.${saved}`) }) : null}
          failure={failure}
        />
      </div>
    </Card>
  )
}
