'use client'

import { useCallback, useRef, useState } from 'react'
import { afterMount } from '@/components/act/after-mount'
import { useOperationState } from '@/components/transactions/outcome/operation-state'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { isOpen } from '@/lib/domain/operation/outcome'
import { ActionBar } from './action-bar'
import type { Availabilities } from './availabilities'
import type { OperableTransaction, DialogActions } from './operations'

/** Not a part of the page's first load, which shows no dialog. */
const OperationRun = afterMount(() => import('./run/operation-run'))

interface Props {
  readonly transaction: OperableTransaction
  readonly available: Availabilities
  readonly providerName: string
  readonly actions: DialogActions
}

/** The buttons of a payment with their dialogs. */
export function OperationControls({ transaction, available, providerName, actions }: Props) {
  const { operation } = useOperationState()
  const [sending, setSending] = useState<OperationKind | null>(null)
  const show = useRef<((kind: OperationKind) => void) | null>(null)
  /** Picked before there was anything to show it. */
  const picked = useRef<OperationKind | null>(null)

  const onReady = useCallback((next: (kind: OperationKind) => void) => {
    show.current = next
    if (picked.current !== null) next(picked.current)
    picked.current = null
    return () => {
      show.current = null
    }
  }, [])
  const onPick = (kind: OperationKind) => {
    if (show.current === null) picked.current = kind
    else show.current(kind)
  }

  return (
    <>
      <ActionBar
        available={available}
        moving={operation !== null && isOpen(operation.state) ? operation.kind : null}
        sending={sending}
        method={transaction.method}
        onPick={onPick}
      />
      <OperationRun
        transaction={transaction}
        available={available}
        providerName={providerName}
        actions={actions}
        onReady={onReady}
        onSending={setSending}
      />
    </>
  )
}
