import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Banner } from '@/components/ui/banner'

/** The number of payments that cannot be read, which leads to them. Nothing when there are none. */
export function UnreadNote({ count }: { readonly count: number }) {
  const t = useTranslations('overview.unread')
  if (count === 0) return null
  return (
    <Banner tone="bad" icon="warning" className="mb-4">
      {t.rich('note', {
        count,
        link: (text) => (
          <Link
            href="/transactions?view=attention"
            prefetch={false}
            className="font-medium underline underline-offset-2"
          >
            {text}
          </Link>
        ),
      })}
    </Banner>
  )
}
