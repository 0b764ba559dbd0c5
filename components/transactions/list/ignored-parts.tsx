import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { IgnoredPart } from '@/lib/domain/listing/list-query'

const WORDED = [
  'view',
  'status',
  'provider',
  'connection',
  'method',
  'currency',
  'from',
  'to',
  'due',
  'dueFrom',
  'dueTo',
  'sort',
  'min',
  'max',
  'held',
  'anywhere',
] as const

/** Names the filters in the address that the list does not know. */
export function IgnoredParts({ parts }: { readonly parts: readonly IgnoredPart[] }) {
  const t = useTranslations('transactions.ignored')
  if (parts.length === 0) return null
  const words = parts.map(({ name, value }) => {
    const known = WORDED.find((word) => word === name)
    return known === undefined ? t('other', { name }) : t(known, { text: value })
  })
  return (
    <Banner tone="neutral" icon="info" role="status" className="mb-4">
      {t('all', { parts: words.join(', ') })}
    </Banner>
  )
}
