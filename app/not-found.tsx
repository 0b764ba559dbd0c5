import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PlainPage } from '@/components/shell/plain-page'
import { buttonStyle } from '@/components/ui/button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pageErrors.notFound')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default function NotFound() {
  const t = useTranslations('pageErrors.notFound')
  return (
    <PlainPage title={t('title')}>
      <p>{t('meaning')}</p>
      {/* Every page loads the scripts of this one: a link of the router is no part of them. */}
      <a href="/transactions" className={buttonStyle({ className: 'mt-6' })}>
        {t('toTransactions')}
      </a>
    </PlainPage>
  )
}
