import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { InvitePerson } from '@/components/people/invite-person'
import { PeopleEmpty } from '@/components/people/people-empty'
import { PeopleFilter } from '@/components/people/people-filter'
import { PeoplePager } from '@/components/people/people-pager'
import { PeopleTable } from '@/components/people/people-table'
import { Locked } from '@/components/shell/locked'
import { database } from '@/db/client'
import { listPeoplePage } from '@/db/queries/access/list-people-page'
import { listConnectionNames } from '@/db/queries/sync/connections'
import { requireActor } from '@/lib/access/read-session'
import { readPeopleQuery, type PeopleQuery } from '@/lib/domain/access/people-query'
import type { ConnectionName } from '@/lib/domain/access/person'
import { holdsAll, isPermitted, ROLES } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { findLockedPeople } from '@/lib/people/find-locked-people'
import { STEP_UP_ACTIONS } from '../../step-up/step-up-props'
import { invitePerson } from './actions'
import { peopleLimits } from './inputs'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: `${t('pageTitle')} · Paydesk` }
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PeoplePage({ searchParams }: Props) {
  const { role, userId, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const isShown = isPermitted(role, 'manage_people')
  const [connections, lockedIds] = isShown
    ? await Promise.all([listConnectionNames(database(), scope), findLockedPeople(database())])
    : [[], []]
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
        <PeopleList
          query={readPeopleQuery(await searchParams, peopleLimits.search)}
          readerId={userId}
          connections={connections}
          lockedIds={lockedIds}
        />
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
  readonly query: PeopleQuery
  readonly readerId: string
  readonly connections: readonly ConnectionName[]
  readonly lockedIds: readonly string[]
}

async function PeopleList({ query, readerId, connections, lockedIds }: ListProps) {
  const { t } = await getI18n()
  const { people, total } = await listPeoplePage(database(), query, lockedIds)
  return (
    <>
      <PeopleFilter query={query} />
      <section
        aria-label={t('people.table.caption')}
        className="border-line bg-surface rounded-card shadow-card border"
      >
        {people.length === 0 ? (
          <PeopleEmpty query={query} />
        ) : (
          <>
            <PeopleTable people={people} connections={connections} readerId={readerId} />
            <PeoplePager
              query={query}
              shown={people.length}
              total={total}
              pageSize={peopleLimits.page}
            />
          </>
        )}
      </section>
    </>
  )
}
