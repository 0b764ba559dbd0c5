'use client'

import { useState } from 'react'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Card } from '@/components/ui/card'
import type { PersonView } from '@/lib/domain/access/person'
import { useI18n } from '@/lib/i18n/use-i18n'
import { OneTimeLink } from './one-time-link'
import { PasskeysAct } from './passkeys-act'
import type { PeopleActions } from './people-actions'
import { PersonAct } from './person-act'

interface Props {
  readonly person: PersonView
  readonly validHours: number
  readonly actions: Pick<PeopleActions, 'makeLink' | 'setAccess' | 'unlock' | 'removePasskeys'>
}

/** How a person gets in: by a one-time link, after failed tries, or not at all. */
export function AccessCard({ person, validHours, actions }: Props) {
  const { t, formats } = useI18n()
  const { id: personId, name, state, hasPassword, signsInByProvider, linkExpiresAt } = person
  const link = usePersonAct(actions.makeLink)
  const unlock = usePersonAct(actions.unlock)
  const access = usePersonAct(actions.setAccess)
  /** The result of the last press, which the page's state follows a moment later. */
  const [became, setBecame] = useState<'enabled' | 'disabled' | null>(null)
  const isEnabled = state !== 'disabled'
  const isInvited = state === 'invited'
  const hasWayIn = hasPassword || signsInByProvider
  const inWords = hasWayIn ? 'enabled' : 'enabledInvited'

  async function setAccess(isNowEnabled: boolean) {
    link.forget()
    const result = await access.act({ personId, isEnabled: isNowEnabled })
    if (result?.ok === true) setBecame(isNowEnabled ? 'enabled' : 'disabled')
  }

  const unlocked = unlock.value?.isChanged === true ? 'unlocked' : 'notLocked'
  return (
    <Card id="access" title={t('people.access.title')}>
      <div className="divide-line grid divide-y px-5 pb-3">
        {signsInByProvider && (
          <p className="text-ink-soft pb-4 text-sm text-pretty">
            {t('people.access.byProvider', { name })}
          </p>
        )}
        {isEnabled && !signsInByProvider && (
          <PersonAct
            button={t(isInvited ? 'people.access.makeInvitation' : 'people.access.makeReset')}
            act={link}
            onPress={() => void link.act({ personId })}
            done={null}
            meaning={t(
              isInvited ? 'people.access.invitationMeaning' : 'people.access.resetMeaning',
              { name },
            )}
          >
            {link.value === null ? (
              linkExpiresAt !== null && (
                <p className="text-ink-soft">
                  {t('people.access.linkUntil', { at: formats.dateTime(linkExpiresAt) })}
                </p>
              )
            ) : (
              <OneTimeLink link={link.value} name={name} validHours={validHours} />
            )}
          </PersonAct>
        )}
        {state === 'active' && !signsInByProvider && (
          <PersonAct
            button={t('people.access.unlock')}
            act={unlock}
            onPress={() => void unlock.act({ personId })}
            done={unlock.value === null ? null : t(`people.access.${unlocked}`, { name })}
            meaning={t('people.access.unlockMeaning', { name })}
          />
        )}
        <PasskeysAct person={person} action={actions.removePasskeys} />
        <PersonAct
          button={t(isEnabled ? 'people.access.disable' : 'people.access.enable')}
          act={access}
          onPress={() => void setAccess(!isEnabled)}
          done={
            access.value === null || became === null
              ? null
              : t(`people.access.${became === 'enabled' ? inWords : became}`, { name })
          }
          meaning={t(`people.access.${isEnabled ? 'disableMeaning' : enableMeaningOf(person)}`, {
            name,
          })}
        />
      </div>
    </Card>
  )
}

function enableMeaningOf({ hasPassword, signsInByProvider }: PersonView) {
  if (signsInByProvider) return 'enableProviderMeaning'
  return hasPassword ? 'enableMeaning' : 'enableInvitedMeaning'
}
