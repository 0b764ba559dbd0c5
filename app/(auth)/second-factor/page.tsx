import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { signOut } from '@/app/(auth)/actions'
import { confirmSecondFactor, startSecondFactor } from '@/app/(backoffice)/account/actions'
import { STEP_UP_ACTIONS } from '@/app/(backoffice)/step-up/step-up-props'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { SignOutButton } from '@/components/access/sign-out-button'
import { RequiredSetUp } from '@/components/account/second-factor/required-set-up'
import { buttonStyle } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { database } from '@/db/client'
import { findPerson } from '@/db/queries/access/list-people'
import { findSecondFactor } from '@/db/queries/access/second-factors'
import { requireSession } from '@/lib/access/read-session'
import { safeReturnPath } from '@/lib/access/return-path'

const ACTIONS = { start: startSecondFactor, confirm: confirmSecondFactor }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.secondFactor')
  return { title: `${t('title')} · Paydesk` }
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The one page for people whose role needs a second factor while they have none. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const { actor } = await requireSession()
  const from = safeReturnPath((await searchParams).from)
  const t = await getTranslations('account.secondFactor')
  const { appSince } = await findSecondFactor(database(), actor.userId)
  const person = await findPerson(database(), actor.userId)
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      {person?.signsInByProvider === true ? (
        <ShowAtProvider from={from} />
      ) : (
        <StepUpProvider actions={STEP_UP_ACTIONS}>
          <RequiredSetUp
            role={actor.role}
            isOn={appSince !== null}
            onward={from}
            actions={ACTIONS}
          />
        </StepUpProvider>
      )}
      <div className="mt-5 grid justify-items-center gap-1 text-center text-sm">
        <p className="text-ink-soft">
          <bdi>{actor.name}</bdi>
        </p>
        <SignOutButton action={signOut} />
      </div>
    </>
  )
}

/** For people of single sign-on, whose second factor is not ours. */
async function ShowAtProvider({ from }: { readonly from: string }) {
  const t = await getTranslations('account')
  const again = `/sign-in/sso?${new URLSearchParams({ from, again: '1' }).toString()}`
  return (
    <Card id="second-factor" title={t('secondFactor.title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <p className="text-ink-soft text-pretty">{t('provider.again')}</p>
        <a href={again} className={buttonStyle({ tone: 'primary', size: 'wrapped' })}>
          {t('provider.toProvider')}
        </a>
      </div>
    </Card>
  )
}
