import Link from 'next/link'
import { Moment } from '@/components/transactions/shared/moment'
import { LinkPending } from '@/components/ui/link-pending'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { ConnectionName, PersonView } from '@/lib/domain/access/person'
import { useI18n } from '@/lib/i18n/use-i18n'
import { PersonStatePill } from './person-state-pill'
import { ScopeNames } from './scope-names'

interface Props {
  readonly people: readonly PersonView[]
  /** The connections that the reader sees. */
  readonly connections: readonly ConnectionName[]
  readonly readerId: string
}

/** Who can sign in; on a phone each is a card. */
export function PeopleTable({ people, connections, readerId }: Props) {
  const { t } = useI18n()
  return (
    <Table className="max-md:block">
      <caption className="sr-only">{t('people.table.caption')}</caption>
      <Head className="max-md:sr-only">
        <Row>
          <HeadCell className="md:pl-5">{t('people.table.name')}</HeadCell>
          <HeadCell>{t('people.table.role')}</HeadCell>
          <HeadCell>{t('people.table.connections')}</HeadCell>
          <HeadCell>{t('people.table.state')}</HeadCell>
          <HeadCell>{t('people.table.secondFactor')}</HeadCell>
          <HeadCell>{t('people.table.lastSignIn')}</HeadCell>
          <HeadCell>{t('people.table.passkeys')}</HeadCell>
          <HeadCell className="md:pr-5">{t('people.table.browsers')}</HeadCell>
        </Row>
      </Head>
      <Body className="max-md:block">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            connections={connections}
            isReader={person.id === readerId}
          />
        ))}
      </Body>
    </Table>
  )
}

interface RowProps {
  readonly person: PersonView
  readonly connections: readonly ConnectionName[]
  readonly isReader: boolean
}

function PersonRow({ person, connections, isReader }: RowProps) {
  const { t, formats } = useI18n()
  const { id, name, email, role, scope, state, liveSessions: count, passkeys } = person
  const { hasApp, signsInByProvider, lastSignInAt, lastUsedAt } = person
  return (
    <Row className="border-line hover:bg-sunken/60 has-focus-visible:bg-sunken/60 relative border-t transition-colors max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:gap-y-1 max-md:px-4 max-md:py-3.5 max-md:first:border-t-0">
      <Cell className="min-w-0 max-md:p-0 md:pl-5">
        <Link
          href={`/settings/people/${id}`}
          prefetch={false}
          className="text-ink font-medium break-words outline-none after:absolute after:inset-0 focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--accent-ink)"
        >
          <bdi>{name}</bdi>
          <LinkPending />
        </Link>
        {isReader && <span className="text-ink-soft"> · {t('people.you')}</span>}
        <span className="text-ink-soft block break-all">{email}</span>
      </Cell>
      <Cell className="max-md:order-3 max-md:col-span-2 max-md:p-0">{t(`roles.${role}`)}</Cell>
      <Cell className="text-ink-soft max-md:order-5 max-md:col-span-2 max-md:p-0">
        <ScopeNames scope={scope} connections={connections} />
      </Cell>
      <Cell className="max-md:order-2 max-md:p-0 max-md:text-right">
        <PersonStatePill state={state} />
      </Cell>
      <Cell className="text-ink-soft max-md:hidden">
        {t(`people.secondFactor.${signsInByProvider ? 'provider' : hasApp ? 'app' : 'none'}`)}
      </Cell>
      <Cell className="text-ink-soft max-md:order-4 max-md:col-span-2 max-md:p-0">
        {lastSignInAt === null ? (
          t('people.never')
        ) : (
          <Moment at={lastSignInAt}>{formats.dateTime(lastSignInAt)}</Moment>
        )}
        {lastUsedAt !== null && (
          <Moment at={lastUsedAt} className="block">
            {t('people.lastUsed', { at: formats.dateTime(lastUsedAt) })}
          </Moment>
        )}
      </Cell>
      <Cell className="text-ink-soft max-md:hidden">
        {t('people.passkeys', { count: passkeys })}
      </Cell>
      <Cell className="text-ink-soft max-md:hidden md:pr-5">{t('people.browsers', { count })}</Cell>
    </Row>
  )
}
