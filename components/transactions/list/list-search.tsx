import { useTranslations } from 'next-intl'
import { Input } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { SEARCH_LIMITS } from '@/lib/config/browser-limits'

/** Searches all payments, in every view; a plain form, so that it works without script. */
export function ListSearch({ search }: { readonly search: string | null }) {
  const t = useTranslations('transactions.search')
  return (
    <form role="search" action="/transactions" method="get" className="relative w-full sm:w-96">
      <Icon
        name="search"
        className="text-ink-faint pointer-events-none absolute top-1/2 left-3 -translate-y-1/2"
      />
      <Input
        key={search}
        type="search"
        name="q"
        aria-label={t('name')}
        placeholder={t('placeholder')}
        defaultValue={search ?? ''}
        maxLength={SEARCH_LIMITS.textLength}
        autoComplete="off"
        enterKeyHint="search"
        className="pl-9 text-ellipsis"
      />
      <button type="submit" className="sr-only">
        {t('submit')}
      </button>
    </form>
  )
}
