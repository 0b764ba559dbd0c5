'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { QueryProvider } from '@/components/query/query-provider'
import { readJson } from '@/components/query/read-json'
import { isOpen } from '@/lib/domain/operation/outcome'
import { parseOperationResponse, type OperationResponse } from './operation-response'

const FIRST_LOOKS = 8
const FIRST_EVERY_MS = 1_000
const THEN_EVERY_MS = 3_000

interface Props {
  readonly operationId: string
  readonly onResponse: (response: OperationResponse) => void
}

/** Polls an operation until it is settled; renders nothing. */
export default function OperationPoller(props: Props) {
  return (
    <QueryProvider>
      <Poll {...props} />
    </QueryProvider>
  )
}

function Poll({ operationId, onResponse }: Props) {
  const { data } = useQuery({
    queryKey: ['operation', operationId],
    queryFn: ({ signal }) => readOperation(operationId, signal),
    structuralSharing: false,
    retry: false,
    refetchInterval: ({ state }) => {
      if (state.data?.kind === 'found' && !isOpen(state.data.operation.state)) return false
      return state.dataUpdateCount < FIRST_LOOKS ? FIRST_EVERY_MS : THEN_EVERY_MS
    },
  })

  useEffect(() => {
    if (data !== undefined) onResponse(data)
  }, [data, onResponse])

  return null
}

async function readOperation(operationId: string, signal: AbortSignal): Promise<OperationResponse> {
  try {
    const { status, body } = await readJson(`/api/operations/${operationId}`, signal)
    return parseOperationResponse(status, body)
  } catch (error) {
    if (signal.aborted) throw error
    return { kind: 'unreachable' }
  }
}
