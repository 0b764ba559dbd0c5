'use client'

import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { laterOperation } from './operation-response'

interface OperationState {
  /** The operation the page is about: open, or settled a moment ago. */
  readonly operation: OperationView | null
  /** Takes the operation that an action or a read has just returned. */
  readonly report: (operation: OperationView) => void
}

const Context = createContext<OperationState | null>(null)

interface Props {
  /** The operation as the server rendered the page. */
  readonly initial: OperationView | null
  readonly children: ReactNode
}

/** Gives the dialog, the buttons and the result card of one payment the same operation. */
export function OperationStateProvider({ initial, children }: Props) {
  const [reported, setReported] = useState<OperationView | null>(null)
  const operation = laterOperation(reported, initial)
  const state = useMemo(() => ({ operation, report: setReported }), [operation])
  return <Context value={state}>{children}</Context>
}

export function useOperationState(): OperationState {
  const state = use(Context)
  if (state === null) throw new Error('useOperationState needs an OperationStateProvider')
  return state
}
