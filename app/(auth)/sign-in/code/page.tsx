import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CodeForm } from '@/components/access/code-form'
import { database } from '@/db/client'
import { readPendingToken } from '@/lib/access/sign-in/pending-cookie'
import { codePath, safeReturnPath, signInPath } from '@/lib/access/return-path'
import { isWaitingForCode } from '@/lib/access/sign-in/sign-in-with-code'
import { signInWithCode } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.code')
  return { title: `${t('title')} · Paydesk` }
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The second page of signing in: a code of the app, or one that stands in for it. */
export default async function CodePage({ searchParams }: Props) {
  const params = await searchParams
  const from = safeReturnPath(params.from)
  const isRecovery = params.by === 'recovery'
  const pendingToken = await readPendingToken()
  if (!(await isWaitingForCode(database(), pendingToken))) {
    redirect(signInPath(from, pendingToken === null ? null : 'expired'))
  }
  const t = await getTranslations('access.code')
  const link = 'text-accent-ink hover:underline'
  return (
    <>
      <CodeForm
        key={isRecovery ? 'recovery' : 'app'}
        action={signInWithCode}
        from={from}
        isRecovery={isRecovery}
      />
      <div className="mt-5 grid justify-items-center gap-3 text-center text-sm">
        <Link href={codePath(from, isRecovery ? 'app' : 'recovery')} className={link}>
          {t(isRecovery ? 'useApp' : 'useRecovery')}
        </Link>
        <Link href={signInPath(from)} className={link}>
          {t('startAnew')}
        </Link>
      </div>
    </>
  )
}
