import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { OpenState } from '@/lib/domain/operation/outcome'
import { operationsHref } from './operations-query'

interface Props {
  readonly state: OpenState | null
  /** True when an operation is open in another state. */
  readonly othersOpen: boolean
}

/** The empty list, with the reason that it is empty. */
export function OpenEmpty({ state, othersOpen }: Props) {
  const t = useTranslations()
  if (state !== null && othersOpen) {
    return (
      <EmptyState
        icon="check"
        title={t('operations.empty.inState', { state: t(`states.${state}`) })}
        action={
          <Link href={operationsHref(null)} className={buttonStyle()}>
            {t('operations.empty.showAll')}
          </Link>
        }
      >
        {t('operations.empty.othersOpen')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="check"
      title={t('operations.empty.title')}
      action={
        <Link href="/transactions" className={buttonStyle()}>
          {t('operations.empty.toTransactions')}
        </Link>
      }
    >
      {t('operations.empty.meaning')}
    </EmptyState>
  )
}
