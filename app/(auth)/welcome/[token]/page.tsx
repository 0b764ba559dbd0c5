import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { WelcomeForm } from '@/components/access/welcome-form'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { database } from '@/db/client'
import { readLink } from '@/lib/people/choose-password'
import { joinByLink } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('welcome')
  return { title: `${t('pageTitle')} · Paydesk` }
}

interface Props {
  readonly params: Promise<{ readonly token: string }>
}

export default async function WelcomePage({ params }: Props) {
  const { token } = await params
  const link = await readLink(database(), token)
  const t = await getTranslations('welcome')
  if (link.state === 'usable') {
    const { name, email, isInvitation } = link
    return (
      <WelcomeForm
        action={joinByLink}
        token={token}
        name={name}
        email={email}
        isInvitation={isInvitation}
      />
    )
  }
  return (
    <div className="rounded-card border-line bg-surface shadow-card border">
      <h1 className="sr-only">{t('pageTitle')}</h1>
      <EmptyState
        icon="lock"
        title={t('unusable')}
        action={
          <Link href="/sign-in" className={buttonStyle({ tone: 'primary' })}>
            {t('toSignIn')}
          </Link>
        }
      >
        {t(link.state === 'local_ways_off' ? 'switchedOff' : 'unusableMeaning')}
      </EmptyState>
    </div>
  )
}
