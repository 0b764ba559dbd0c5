import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { isNarrowed, listHref, type ListQuery } from '@/lib/domain/listing/list-query'
import { useFormats } from '@/lib/i18n/use-i18n'

const QUIET = buttonStyle({ tone: 'secondary' })

/** The reason that the list is empty, and a link to the next wider list. */
export function ListEmpty({ query }: { readonly query: ListQuery }) {
  const t = useTranslations('transactions')
  const filters = useTranslations('list.filters')
  const { view, statuses, search, after } = query
  if (after !== null) {
    return (
      <EmptyState
        icon="search"
        title={t('empty.afterEnd.title')}
        action={<ToList href={listHref(query)}>{t('empty.afterEnd.action')}</ToList>}
      >
        {t('empty.afterEnd.text')}
      </EmptyState>
    )
  }
  if (search !== null) return <NoMatch query={query} search={search} />
  if (statuses.length > 0) {
    const all = listHref(query, { statuses: [] })
    return (
      <EmptyState
        icon="search"
        title={t('empty.noStatus.title')}
        action={<ToList href={all}>{t('empty.noStatus.action')}</ToList>}
      >
        {t('empty.noStatus.text', { view: t(`views.${view}`) })}
      </EmptyState>
    )
  }
  if (isNarrowed(query)) {
    return (
      <EmptyState
        icon="search"
        title={filters('none')}
        action={<ToList href={`/transactions?view=${view}`}>{filters('clear')}</ToList>}
      >
        {filters('noneText', { view: t(`views.${view}`) })}
      </EmptyState>
    )
  }
  const all =
    view === 'all' ? null : (
      <ToList href={listHref(query, { view: 'all' })}>{t('empty.seeAll')}</ToList>
    )
  return (
    <EmptyState
      icon={view === 'all' ? 'invoice' : 'check'}
      title={t(`empty.views.${view}.title`)}
      action={all}
    >
      {t(`empty.views.${view}.text`)}
    </EmptyState>
  )
}

interface NoMatchProps {
  readonly query: ListQuery
  readonly search: string
}

function NoMatch({ query, search }: NoMatchProps) {
  const t = useTranslations('transactions')
  const { moneyParts } = useFormats()
  const { view } = query
  const wider =
    view === 'all' ? null : (
      <ToList href={listHref(query, { view: 'all', statuses: [] })}>
        {t('empty.noMatch.action')}
      </ToList>
    )
  return (
    <EmptyState icon="search" title={t('empty.noMatch.title', { search })} action={wider}>
      {view !== 'all' && `${t('empty.noMatch.narrow', { view: t(`views.${view}`) })} `}
      {t('empty.noMatch.hint', { amount: moneyParts(1249_00, 'NOK').figures })}
    </EmptyState>
  )
}

function ToList({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link href={href} className={QUIET}>
      {children}
    </Link>
  )
}
