import Link from 'next/link'
import { LinkPending } from '@/components/ui/link-pending'
import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { ConnectionName, ListedPerson } from '@/lib/domain/access/person'
import { ROLES } from '@/lib/domain/access/permission'
import { useI18n } from '@/lib/i18n/use-i18n'
import { PersonStatePill } from './person-state-pill'
import { describeScope } from './scope-names'

interface Props {
  readonly people: readonly ListedPerson[]
  /** The connections that the reader sees. */
  readonly connections: readonly ConnectionName[]
  readonly readerId: string
}

/** Who can sign in; on a phone each is a card. Its rows are words alone, made with one translator. */
export function PeopleTable({ people, connections, readerId }: Props) {
  const { t } = useI18n()
  const words = useWords(connections)
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
      <Body className={ROWS}>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            words={words}
            isReader={person.id === readerId}
          />
        ))}
      </Body>
    </Table>
  )
}

/**
 * The looks of rows and cells, written once: on each cell they would be most of the page. On a phone a
 * row is a card of two columns: name and state, then role, last use and connections below each other.
 */
const ROWS = [
  'max-md:block',
  '[&>tr]:border-line [&>tr]:relative [&>tr]:border-t [&>tr]:transition-colors',
  '[&>tr:hover]:bg-sunken/60 [&>tr:has(:focus-visible)]:bg-sunken/60',
  'max-md:[&>tr]:grid max-md:[&>tr]:grid-cols-[1fr_auto] max-md:[&>tr]:gap-x-4 max-md:[&>tr]:gap-y-1',
  'max-md:[&>tr]:px-4 max-md:[&>tr]:py-3.5 max-md:[&>tr:first-child]:border-t-0',
  'md:[&_td]:px-3 md:[&_td]:py-2.5 md:[&_td:first-child]:pl-5 md:[&_td:last-child]:pr-5',
  '[&_td]:text-ink-soft [&_td:nth-child(2)]:text-ink [&_td]:min-w-0 [&_td]:break-words',
  'max-md:[&_td:nth-child(2)]:order-3 max-md:[&_td:nth-child(2)]:col-span-2',
  'max-md:[&_td:nth-child(3)]:order-5 max-md:[&_td:nth-child(3)]:col-span-2',
  'max-md:[&_td:nth-child(4)]:order-2 max-md:[&_td:nth-child(4)]:text-right',
  'max-md:[&_td:nth-child(6)]:order-4 max-md:[&_td:nth-child(6)]:col-span-2',
  'max-md:[&_td:is(:nth-child(5),:nth-child(n+7))]:hidden',
  '[&_small]:block [&_small]:text-sm [&_td:first-child_small]:break-all',
  '[&_a]:text-ink [&_a]:font-medium [&_a]:outline-none',
  '[&_a]:after:absolute [&_a]:after:inset-0 [&_a:focus-visible]:after:rounded-md',
  '[&_a:focus-visible]:after:outline-2 [&_a:focus-visible]:after:-outline-offset-2',
  '[&_a:focus-visible]:after:outline-(--accent-ink)',
].join(' ')

/** The words of rows, looked up once for all of them. */
function useWords(connections: readonly ConnectionName[]) {
  const { t, formats } = useI18n()
  const factors = { provider: t('people.secondFactor.provider'), app: t('people.secondFactor.app') }
  const noFactor = t('people.secondFactor.none')
  const roles = new Map(ROLES.map((role) => [role, t(`roles.${role}`)]))
  return {
    you: t('people.you'),
    never: t('people.never'),
    /** What most are stands back, so that one sees the others. */
    active: t('people.states.active'),
    roleOf: ({ role }: ListedPerson) => roles.get(role),
    scopeOf: ({ scope }: ListedPerson) => describeScope({ scope, connections }, t),
    factorOf: ({ signsInByProvider, hasApp }: ListedPerson) =>
      signsInByProvider ? factors.provider : hasApp ? factors.app : noFactor,
    moment: formats.dateTime,
    lastUsed: (at: Date) => t('people.lastUsed', { at: formats.dateTime(at) }),
    passkeys: remembered((count) => t('people.passkeys', { count })),
    browsers: remembered((count) => t('people.browsers', { count })),
  }
}

/** The same function, which words each number once. */
function remembered(word: (count: number) => string): (count: number) => string {
  const known = new Map<number, string>()
  return (count) => {
    const text = known.get(count) ?? word(count)
    known.set(count, text)
    return text
  }
}

interface RowProps {
  readonly person: ListedPerson
  readonly words: ReturnType<typeof useWords>
  readonly isReader: boolean
}

function PersonRow({ person, words, isReader }: RowProps) {
  const { lastSignInAt, lastUsedAt } = person
  return (
    <tr role="row">
      <td role="cell">
        <Link href={`/settings/people/${person.id}`} prefetch={false}>
          <bdi>{person.name}</bdi>
          <LinkPending />
        </Link>
        {isReader && ` · ${words.you}`}
        <small>{person.email}</small>
      </td>
      <td role="cell">{words.roleOf(person)}</td>
      <td role="cell">{words.scopeOf(person)}</td>
      <td role="cell">
        {person.state === 'active' ? words.active : <PersonStatePill state={person.state} />}
      </td>
      <td role="cell">{words.factorOf(person)}</td>
      <td role="cell">
        {lastSignInAt === null ? (
          words.never
        ) : (
          <time dateTime={lastSignInAt.toISOString()}>{words.moment(lastSignInAt)}</time>
        )}
        {lastUsedAt !== null && <small>{words.lastUsed(lastUsedAt)}</small>}
      </td>
      <td role="cell">{words.passkeys(person.passkeys)}</td>
      <td role="cell">{words.browsers(person.liveSessions)}</td>
    </tr>
  )
}
