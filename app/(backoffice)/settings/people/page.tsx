import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { InvitePerson } from '@/components/people/invite-person'
import { PeopleTable } from '@/components/people/people-table'
import { Locked } from '@/components/shell/locked'
import { database } from '@/db/client'
import { listPeople } from '@/db/queries/access/list-people'
import { listConnectionNames } from '@/db/queries/sync/connections'
import { requireActor } from '@/lib/access/read-session'
import type { ConnectionName } from '@/lib/domain/access/person'
import { holdsAll, isPermitted, ROLES } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { STEP_UP_ACTIONS } from '../../step-up/step-up-props'
import { invitePerson } from './actions'
import { peopleLimits } from './inputs'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default async function PeoplePage() {
  const { role, userId, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const isShown = isPermitted(role, 'manage_people')
  const connections = isShown ? await listConnectionNames(database(), scope) : []
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-5">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">{t('people.title')}</h1>
          <p className="text-ink-soft mt-0.5 text-sm">{t('people.description')}</p>
        </div>
        {isShown && (
          <StepUpProvider actions={STEP_UP_ACTIONS}>
            <InvitePerson
              action={invitePerson}
              roles={ROLES.filter((other) => holdsAll(role, other))}
              connections={connections}
              mayGiveAll={scope === 'all'}
              validHours={peopleLimits.linkHours}
            />
          </StepUpProvider>
        )}
      </div>
      {isShown ? (
        <PeopleList readerId={userId} connections={connections} />
      ) : (
        <Locked title={t('people.locked')}>
          {t('people.lockedMeaning', {
            role: t(`roles.${role}`),
            roles: rolesText('manage_people', (name) => t(`roles.${name}`), formats),
          })}
        </Locked>
      )}
    </>
  )
}

interface ListProps {
  readonly readerId: string
  readonly connections: readonly ConnectionName[]
}

async function PeopleList({ readerId, connections }: ListProps) {
  const { t } = await getI18n()
  const { listed } = peopleLimits
  const people = await listPeople(database(), listed + 1)
  return (
    <section
      aria-label={t('people.table.caption')}
      className="border-line bg-surface rounded-card shadow-card border"
    >
      <PeopleTable people={people.slice(0, listed)} connections={connections} readerId={readerId} />
      {people.length > listed && (
        <p className="border-line text-ink-soft border-t px-5 py-3 text-sm">
          {t('people.first', { count: listed })}
        </p>
      )}
    </section>
  )
}
