import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { LinkPending } from '@/components/ui/link-pending'

/** The way to what is done with many payments at once. */
export function BatchesLink() {
  const t = useTranslations('batches')
  return (
    <Link href="/transactions/batches" prefetch={false} className={buttonStyle({ size: 'small' })}>
      {t('open')}
      <LinkPending />
    </Link>
  )
}
