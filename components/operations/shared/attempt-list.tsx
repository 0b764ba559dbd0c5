import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { AttemptView } from '@/lib/domain/view/operation-detail'
import { describeStatusDetail } from '@/lib/i18n/describe-status-detail'
import { useI18n } from '@/lib/i18n/use-i18n'
import { prettyBody } from './pretty-body'

interface Props {
  readonly attempts: readonly AttemptView[]
}

/** The attempts of an operation, each with its request and response, redacted. */
export function AttemptList({ attempts }: Props) {
  const t = useTranslations('operationDetail.httpExchange')
  return (
    <div className="grid gap-2">
      {attempts.map((attempt) => (
        <Attempt key={attempt.number} attempt={attempt} />
      ))}
      {attempts.length === 0 && <p className="text-ink-soft text-sm">{t('nothingSent')}</p>}
    </div>
  )
}

function Attempt({
  attempt: { number, startedAt, httpExchange },
}: {
  readonly attempt: AttemptView
}) {
  const { t, formats } = useI18n()
  const which = { number, time: formats.clock(startedAt) }
  if (httpExchange === null) {
    return (
      <p className="text-ink-soft text-sm">{t('operationDetail.httpExchange.notKept', which)}</p>
    )
  }
  const { method, path, status, requestBody, responseBody, problem, durationMs } = httpExchange
  const response = status === null ? t('operationDetail.httpExchange.noResponse') : `HTTP ${status}`
  return (
    <details className="border-line rounded-control group border text-sm">
      <summary className="hover:bg-sunken/60 rounded-control flex cursor-pointer list-none items-center gap-2 px-3 py-2.5 [&::-webkit-details-marker]:hidden">
        <Icon
          name="chevron"
          className="text-ink-faint size-3.5 transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        <span className="text-ink font-medium">
          {t('operationDetail.httpExchange.attempt', which)}
        </span>
        <span className="text-ink-soft ml-auto text-xs">
          {t('operationDetail.httpExchange.took', { response, ms: String(durationMs) })}
        </span>
      </summary>
      <div className="border-line grid gap-3 border-t px-3 py-3">
        {problem !== null && (
          <p className="text-ink text-pretty">{describeStatusDetail(t, problem)}</p>
        )}
        <Body title={`${method} ${path}`} text={requestBody} />
        <Body
          title={t('operationDetail.httpExchange.response', { response })}
          text={responseBody}
        />
      </div>
    </details>
  )
}

function Body({ title, text }: { readonly title: string; readonly text: string | null }) {
  const t = useTranslations('operationDetail.httpExchange')
  return (
    <div>
      <h3 className="text-ink-soft mb-1 text-xs break-all">{title}</h3>
      {text === null || text === '' ? (
        <p className="text-ink-faint text-xs">{t('noBody')}</p>
      ) : (
        <pre
          tabIndex={0}
          role="region"
          aria-label={title}
          className="bg-sunken rounded-control text-ink max-h-80 overflow-auto p-3 text-xs break-words whitespace-pre-wrap"
        >
          {prettyBody(text)}
        </pre>
      )}
    </div>
  )
}
