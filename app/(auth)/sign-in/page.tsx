import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FIRST_PERSON_HINT_ID, FirstPersonHint } from '@/components/access/first-person-hint'
import { PasskeySignIn } from '@/components/access/passkey-sign-in'
import { SignInForm } from '@/components/access/sign-in-form'
import { Banner } from '@/components/ui/banner'
import { database } from '@/db/client'
import { needsFirstPerson } from '@/lib/access/sign-in/first-person'
import { isPasskeySite } from '@/lib/access/passkeys/passkey-site'
import { safeReturnPath } from '@/lib/access/return-path'
import { readActor, readIdleEnd } from '@/lib/access/read-session'
import { readProviderView } from '@/lib/access/single-sign-on/read-provider-view'
import { parseSignInReason } from '@/lib/domain/access/sign-in-reason'
import { parseSingleSignOnProblem } from '@/lib/domain/access/single-sign-on'
import { signIn, signInByPasskey, startPasskeySignIn } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access')
  return { title: `${t('signIn')} · Paydesk` }
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SignInPage({ searchParams }: Props) {
  const params = await searchParams
  const from = safeReturnPath(params.from)
  const problem = parseSingleSignOnProblem(params.sso)
  const isSignedIn = (await readActor()) !== null
  // Who was to show once more who they are is told why that failed.
  if (isSignedIn && problem === null) redirect(from)
  const why = parseSignInReason(params.why)
  const idleMinutes = why === null ? null : await readIdleEnd()
  const t = await getTranslations('access')
  const provider = await readProviderView(database())
  const isUnpeopled = provider === null && (await needsFirstPerson(database()))
  return (
    <>
      {isUnpeopled && <FirstPersonHint />}
      {why !== null && (
        <Banner tone="info" icon="lock" role="status" className="mb-4">
          {idleMinutes !== null && `${t('why.idle', { minutes: idleMinutes })} `}
          {t(`why.${why}`)}
        </Banner>
      )}
      {problem !== null && (
        <Banner tone="bad" icon="warning" role="alert" className="mb-4">
          {t(`provider.problems.${problem}`, { name: provider?.name ?? '' })}
          {isSignedIn && (
            <Link href={from} className="mt-2 block underline">
              {t('provider.onward')}
            </Link>
          )}
        </Banner>
      )}
      <SignInForm
        action={signIn}
        from={from}
        provider={provider}
        describedBy={isUnpeopled ? FIRST_PERSON_HINT_ID : undefined}
      >
        {isPasskeySite() && !isUnpeopled && (
          <PasskeySignIn start={startPasskeySignIn} finish={signInByPasskey} from={from} />
        )}
      </SignInForm>
    </>
  )
}
