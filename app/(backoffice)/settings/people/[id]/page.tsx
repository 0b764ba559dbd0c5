import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { AccessCard } from '@/components/people/access-card'
import { PersonStatePill } from '@/components/people/person-state-pill'
import { RoleCard } from '@/components/people/role-card'
import { ScopeCard } from '@/components/people/scope-card'
import { SecondFactorCard } from '@/components/people/second-factor-card'
import { SessionsCard } from '@/components/people/sessions-card'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { database } from '@/db/client'
import { findPerson } from '@/db/queries/access/list-people'
import { listSessions } from '@/db/queries/access/sessions-of-person'
import { listConnectionNames } from '@/db/queries/sync/connections'
import { requireActor } from '@/lib/access/read-session'
import { listedState } from '@/lib/domain/access/person'
import { holdsAll, isPermitted, ROLES, type Role } from '@/lib/domain/access/permission'
import { isScopeWithin } from '@/lib/domain/access/scope'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { getI18n } from '@/lib/i18n/get-i18n'
import { findLockedPeople } from '@/lib/people/find-locked-people'
import { STEP_UP_ACTIONS } from '../../../step-up/step-up-props'
import {
  changePersonRole,
  changePersonScope,
  makePersonLink,
  removePersonPasskeys,
  resetPersonFactor,
  setPersonAccess,
  signPersonOut,
  unlockPerson,
} from '../actions'
import { peopleLimits } from '../inputs'

const ACCESS_ACTIONS = {
  makeLink: makePersonLink,
  setAccess: setPersonAccess,
  unlock: unlockPerson,
  removePasskeys: removePersonPasskeys,
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: `${t('pageTitle')} · Paydesk` }
}

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

export default async function PersonPage({ params }: Props) {
  const actor = await requireActor()
  const { id } = await params
  const { t } = await getI18n()
  if (!isPermitted(actor.role, 'manage_people') || !isUuid(id)) notFound()
  const [person, sessions, connections, lockedIds] = await Promise.all([
    findPerson(database(), id),
    listSessions(database(), id, peopleLimits.sessions),
    listConnectionNames(database(), actor.scope),
    findLockedPeople(database()),
  ])
  if (person === null) notFound()
  const isOwn = person.id === actor.userId
  const isWithin = holdsAll(actor.role, person.role) && isScopeWithin(person.scope, actor.scope)
  const mayChange = !isOwn && isWithin
  return (
    <div className="grid max-w-3xl gap-4 pt-6">
      <BackLink href="/settings/people" className="justify-self-start">
        {t('people.back')}
      </BackLink>
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-2xl font-semibold tracking-tight break-words">
            <bdi>{person.name}</bdi>
          </h1>
          <PersonStatePill state={listedState(person, lockedIds)} />
        </div>
        <p className="text-ink-soft mt-0.5 text-sm break-all">{person.email}</p>
      </div>
      <StepUpProvider actions={STEP_UP_ACTIONS}>
        <RoleCard
          person={person}
          roles={mayChange ? rolesOf(actor.role) : []}
          action={changePersonRole}
        />
        <ScopeCard
          person={person}
          connections={connections}
          mayGiveAll={actor.scope === 'all'}
          closed={closedBy(isOwn, isWithin)}
          action={changePersonScope}
        />
        {isOwn ? (
          <OwnAccess title={t('people.access.title')} link={t('people.access.own')} />
        ) : (
          mayChange && (
            <AccessCard
              person={person}
              validHours={peopleLimits.linkHours}
              actions={ACCESS_ACTIONS}
            />
          )
        )}
        {person.hasPassword && (
          <SecondFactorCard
            person={person}
            mayReset={mayChange}
            validHours={peopleLimits.linkHours}
            action={resetPersonFactor}
          />
        )}
        <SessionsCard
          person={person}
          sessions={sessions}
          ownSessionId={actor.sessionId}
          action={signPersonOut}
        />
      </StepUpProvider>
    </div>
  )
}

function OwnAccess({ title, link }: { readonly title: string; readonly link: string }) {
  return (
    <Card id="access" title={title}>
      <p className="px-5 pb-5 text-sm">
        <Link href="/account" className="text-accent-ink hover:underline">
          {link}
        </Link>
      </p>
    </Card>
  )
}

function closedBy(isOwn: boolean, isWithin: boolean) {
  if (isOwn) return 'own'
  return isWithin ? null : 'beyond'
}

function rolesOf(own: Role): readonly Role[] {
  return ROLES.filter((role) => holdsAll(own, role))
}
