'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { noResponseFailure } from '@/components/act/no-response-failure'
import type { OperationResponse } from '@/components/transactions/outcome/operation-response'
import { useOperationState } from '@/components/transactions/outcome/operation-state'
import { NO_RESPONSE_AFTER_MS } from '@/lib/config/browser-limits'
import type { OperationEntries, OperationInput } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { Failure, Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import type { OperableTransaction, OperationActions } from './operations'

/**
 * `slow`: the response is late. `no_response`: it is given up, and the operation's state is read.
 */
export type OperationPhase = 'ready' | 'sending' | 'slow' | 'no_response'

/** The operation and intent of the open dialog. */
interface Intent {
  readonly kind: OperationKind
  readonly operationId: string
}

const SLOW_AFTER_MS = 2_000
/** One check may be too early for a request that is still on its way. */
const CHECKS_FOR_ABSENT = 2

const NOTHING_STARTED: Failure = { code: 'nothing_started' }
const SIGNED_OUT: Failure = { code: 'session_ended' }

/**
 * The life of the operation dialogs of one payment. An operation id is made when a dialog opens and
 * stands for one intent: it stays the same over every retry for as long as nothing was started.
 */
export function useOperation(actions: OperationActions, transaction: OperableTransaction) {
  const router = useRouter()
  const { report } = useOperationState()
  const [intent, setIntent] = useState<Intent | null>(null)
  const [open, setOpen] = useState(false)
  const [phase, setPhase] = useState<OperationPhase>('ready')
  const [failure, setFailure] = useState<Failure | null>(null)
  /** The payment as the person saw it when they last decided something. */
  const [expectedRevision, setExpected] = useState(transaction)
  const ids = useRef(new Map<OperationKind, string>())
  /** Not state: two clicks before the next rendering must count as one. */
  const busy = useRef(false)
  const absences = useRef(0)

  const settleInto = useCallback((next: OperationPhase, why: Failure | null) => {
    busy.current = next !== 'ready'
    absences.current = 0
    setPhase(next)
    setFailure(why)
  }, [])

  const started = useCallback(
    (operation: OperationView) => {
      settleInto('ready', null)
      ids.current.delete(operation.kind)
      setIntent(null)
      setOpen(false)
      report(operation)
      router.refresh()
    },
    [report, router, settleInto],
  )

  const show = useCallback(
    (kind: OperationKind) => {
      if (!busy.current) {
        const operationId = ids.current.get(kind) ?? crypto.randomUUID()
        ids.current.set(kind, operationId)
        setIntent({ kind, operationId })
        setFailure(null)
        setExpected(transaction)
      }
      setOpen(true)
    },
    [transaction],
  )

  async function submit<K extends OperationKind>(kind: K, entry: OperationEntries[K]) {
    if (busy.current || intent?.kind !== kind) return
    settleInto('sending', null)
    setExpected(transaction)
    const input = { ...entry, ...inputOf(intent, transaction) }
    const result = await awaitResult(actions[kind](input), () => setPhase('slow'))
    if (result === null) settleInto('no_response', null)
    else if (result.ok) started(result.value)
    else {
      settleInto('ready', result.error)
      router.refresh()
    }
  }

  const onResponse = useCallback(
    (response: OperationResponse) => {
      if (!busy.current) return
      if (response.kind === 'found') {
        if (phase === 'no_response' || !isOpen(response.operation.state))
          started(response.operation)
        else report(response.operation)
        return
      }
      if (phase !== 'no_response') return
      if (response.kind === 'signed_out') settleInto('ready', SIGNED_OUT)
      if (response.kind === 'absent') absences.current += 1
      if (absences.current >= CHECKS_FOR_ABSENT) settleInto('ready', NOTHING_STARTED)
    },
    [phase, report, settleInto, started],
  )

  return { intent, open, setOpen, phase, failure, expectedRevision, show, submit, onResponse }
}

/** The part of a request besides its entry: the intent, and the expected money revision. */
function inputOf({ operationId }: Intent, transaction: OperableTransaction): OperationInput {
  const { id: transactionId, currency, moneyRevision: expectedRevision } = transaction
  return { operationId, transactionId, currency, expectedRevision }
}

/**
 * An action's result; null when none came, or one that says nothing about what happened.
 * `onSlow` is called once when the result takes its time.
 */
export async function awaitResult(
  action: Promise<Result<OperationView>>,
  onSlow: () => void,
): Promise<Result<OperationView> | null> {
  const slow = setTimeout(onSlow, SLOW_AFTER_MS)
  let timer: ReturnType<typeof setTimeout> | undefined
  const noResponse = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), NO_RESPONSE_AFTER_MS)
  })
  try {
    const result = await Promise.race([action, noResponse])
    return result !== null && !result.ok && isUnclear(result.error) ? null : result
  } catch (error) {
    const refused = noResponseFailure(error, null)
    return refused && { ok: false, error: refused }
  } finally {
    clearTimeout(slow)
    clearTimeout(timer)
  }
}

/** True for an error from before the action began: nothing was started. */
function isUnclear(failure: Failure): boolean {
  return failure.code === 'internal' && failure.values.phase !== 'before'
}
