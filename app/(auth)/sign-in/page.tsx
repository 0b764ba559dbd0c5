import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/access/sign-in-form'
import { Mark } from '@/components/shell/mark'
import { safeReturnPath } from '@/lib/access/return-path'
import { readActor } from '@/lib/access/session'
import { signIn } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access')
  return { title: `${t('signIn')} · Paydesk` }
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SignInPage({ searchParams }: Props) {
  const from = safeReturnPath((await searchParams).from)
  if ((await readActor()) !== null) redirect(from)
  return (
    <main className="bg-canvas grid min-h-dvh place-items-center p-4">
      <div className="w-full max-w-sm">
        <p className="text-ink mb-6 flex items-center justify-center gap-2.5 text-2xl font-semibold tracking-tight">
          <Mark />
          Paydesk
        </p>
        <SignInForm action={signIn} from={from} />
      </div>
    </main>
  )
}
