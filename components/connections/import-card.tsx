'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { FailureAlert } from '@/components/act/failure-alert'
import { QueryProvider } from '@/components/query/query-provider'
import { readJson } from '@/components/query/read-json'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Result } from '@/lib/domain/operation/result'
import type { ConnectionInput } from '@/lib/domain/provider/connection-inputs'
import type { ImportView } from '@/lib/domain/view/connection-view'
import { useFormats } from '@/lib/i18n/use-i18n'

const EVERY_MS = 1_500

export type ImportAction = (input: ConnectionInput) => Promise<Result<ImportView>>

interface Props {
  readonly connectionId: string
  readonly connectionName: string
  readonly hasList: boolean
  /** The last import as of now; null when there was none. */
  readonly latest: ImportView | null
  readonly action: ImportAction
}

/** The import of a connection: its button, how far it has come, and its end in words. */
export function ImportCard(props: Props) {
  const t = useTranslations('connections.import')
  return (
    <Card id="import" title={t('title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        {props.hasList ? (
          <QueryProvider>
            <Import {...props} />
          </QueryProvider>
        ) : (
          <p className="text-ink-soft text-pretty">
            {t.rich('noList', {
              name: props.connectionName,
              code: (chunks) => <code className="text-ink text-xs break-words">{chunks}</code>,
            })}
          </p>
        )}
      </div>
    </Card>
  )
}

function isGoingOn(view: ImportView | null): boolean {
  return view !== null && view.finishedAt === null
}

function Import({ connectionId, latest, action }: Props) {
  const t = useTranslations('connections.import')
  const { isPending, value, failure, act } = usePersonAct(action)
  const begun = value ?? latest
  const { data, isError } = useQuery({
    queryKey: ['import', connectionId, begun?.id],
    queryFn: ({ signal }) => readImport(connectionId, signal),
    initialData: begun,
    enabled: isGoingOn(begun),
    staleTime: EVERY_MS,
    refetchInterval: ({ state }) => (isGoingOn(state.data ?? null) ? EVERY_MS : false),
    retry: false,
  })
  const isBusy = isPending || isGoingOn(data)
  return (
    <>
      <p className="text-ink-soft text-pretty">{t('meaning')}</p>
      <Button
        busy={isBusy}
        className="justify-self-start"
        onClick={() => void act({ connectionId })}
      >
        {isBusy ? t(busyWord(data)) : t(data === null ? 'start' : 'again')}
      </Button>
      <FailureAlert failure={failure} />
      <div role="status" className="grid gap-3 empty:hidden">
        {data !== null && data.state !== 'waiting' && <Progress view={data} />}
        {isError && isGoingOn(data) && <p className="text-ink-soft">{t('unreachable')}</p>}
      </div>
    </>
  )
}

function busyWord(view: ImportView | null): 'starting' | 'waiting' | 'running' {
  if (view === null || view.finishedAt !== null) return 'starting'
  return view.state === 'waiting' ? 'waiting' : 'running'
}

function Progress({ view }: { readonly view: ImportView }) {
  const t = useTranslations('connections.import')
  const formats = useFormats()
  const { state, finishedAt, pages, read, written, malformed, failure } = view
  const at = finishedAt === null ? '' : formats.dateTime(new Date(finishedAt))
  const counts = t('progress', { pages, read, written })
  const unread = malformed > 0 && (
    <p>
      {t('malformed', { count: malformed })}{' '}
      <Link href="/transactions?view=attention" className="underline underline-offset-2">
        {t('toUnread')}
      </Link>
    </p>
  )
  if (state === 'finished') {
    return (
      <Banner tone="good" icon="check">
        <p>
          {t('finished', { at })} {counts}
        </p>
        {unread}
      </Banner>
    )
  }
  if (state === 'failed' || state === 'interrupted') {
    return (
      <Banner tone="bad" icon="warning">
        <p>
          {t(state, { at })} {state === 'failed' && t('failedNext')}
        </p>
        {failure !== null && <p className="mt-1 text-xs break-words">{failure}</p>}
        <p className="mt-1">{counts}</p>
        {unread}
      </Banner>
    )
  }
  return (
    <>
      <p className="tabular-nums">{counts}</p>
      {unread}
    </>
  )
}

async function readImport(connectionId: string, signal: AbortSignal): Promise<ImportView | null> {
  const { body } = await readJson(`/api/connections/${connectionId}/import`, signal)
  const result = body as Result<ImportView>
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
