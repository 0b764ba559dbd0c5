import { isLeadingAway } from '@/components/act/use-refresh-after'
import { useOnline } from '@/components/query/use-online'
import { Banner } from '@/components/ui/banner'
import { Button, buttonStyle } from '@/components/ui/button'
import { signInHref } from '@/lib/domain/access/sign-in-reason'
import type { Failure } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly failure: Failure
  /** Another change came first: information, and new figures follow. */
  readonly overtaken: boolean
}

/** Says why nothing was started, and offers the way on. The entry stays where it is. */
export function FailureNotice({ failure, overtaken }: Props) {
  const { t } = useI18n()
  const describeFailure = useDescribeFailure()
  const online = useOnline()
  const isBack = failure.code === 'no_connection' && online
  const isInfo = overtaken || isBack || failure.code === 'not_started_yet'
  return (
    <Banner tone={isInfo ? 'info' : 'bad'} icon={overtaken ? 'clock' : isInfo ? 'info' : 'warning'}>
      <p className="text-ink">
        {isBack ? t('dialogs.notices.connectionBack') : describeFailure(failure)}
        {isLeadingAway(failure) && ` ${t('dialogs.notices.kept')}`}
      </p>
      <WayOn code={failure.code} />
    </Banner>
  )
}

function WayOn({ code }: Pick<Failure, 'code'>) {
  const { t } = useI18n()
  if (code === 'page_outdated') {
    return (
      <Button size="small" className="mt-2" onClick={() => window.location.reload()}>
        {t('dialogs.notices.reload')}
      </Button>
    )
  }
  if (code !== 'not_signed_in' && code !== 'session_ended') return null
  // The dialog opens on a press only, so that there is a window by now.
  const { pathname, search } = window.location
  const why = code === 'not_signed_in' ? 'kept' : 'unsure'
  return (
    <a
      href={signInHref(`${pathname}${search}`, why)}
      className={buttonStyle({ size: 'small', className: 'mt-2' })}
    >
      {t('access.signIn')}
    </a>
  )
}
