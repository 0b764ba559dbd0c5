'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AttemptList } from '@/components/operations/shared/attempt-list'
import { QueryProvider } from '@/components/query/query-provider'
import { readJson } from '@/components/query/read-json'
import { Banner } from '@/components/ui/banner'
import { Button, buttonStyle } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Spinner } from '@/components/ui/spinner'
import { parseAttemptsResponse } from './attempts-response'

export interface HttpExchangeDrawerProps {
  readonly operationId: string
  /** Another text once the operation has moved on: what was read is then read again. */
  readonly state: string
  /** The name of the operation, in words. */
  readonly about: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The HTTP exchanges of an operation, for those who may see them. */
export default function HttpExchangeDrawer(props: HttpExchangeDrawerProps) {
  const { operationId, state, about, open, onOpenChange } = props
  const t = useTranslations('payment.httpExchange')
  return (
    <Dialog wide open={open} onOpenChange={onOpenChange} title={t('title')} description={about}>
      <div className="px-5 py-5 sm:px-6">
        <QueryProvider>
          <Attempts operationId={operationId} state={state} />
        </QueryProvider>
        <p className="mt-4 flex justify-end">
          <Link href={`/operations/${operationId}`} className={buttonStyle({ size: 'small' })}>
            {t('operationDetail')}
          </Link>
        </p>
      </div>
    </Dialog>
  )
}

function Attempts({ operationId, state }: Pick<HttpExchangeDrawerProps, 'operationId' | 'state'>) {
  const t = useTranslations('payment.httpExchange')
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['attempts', operationId, state],
    queryFn: async ({ signal }) => {
      const { status, body } = await readJson(`/api/operations/${operationId}/attempts`, signal)
      return parseAttemptsResponse(status, body)
    },
    // What is open stays open while it is read again.
    placeholderData: keepPreviousData,
    structuralSharing: false,
    retry: false,
  })
  if (data) return <AttemptList attempts={data} />
  return (
    <div role="status">
      {isFetching ? (
        <p className="text-ink-soft flex items-center gap-3 text-sm">
          <Spinner />
          {t('reading')}
        </p>
      ) : (
        <Banner tone="bad" icon="warning">
          <p className="mb-2">{t('failed')}</p>
          <Button size="small" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Banner>
      )}
    </div>
  )
}
