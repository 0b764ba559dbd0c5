'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { noResponseFailure } from '@/components/act/use-one-at-a-time'
import { isLeadingAway, useRefreshAfter } from '@/components/act/use-refresh-after'
import { isOffline } from '@/components/query/is-offline'
import type { OperationResponse } from '@/components/transactions/outcome/operation-response'
import { useOperationState } from '@/components/transactions/outcome/operation-state'
import { NO_RESPONSE_AFTER_MS } from '@/lib/config/browser-limits'
import type { OperationEntries, OperationInput } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { isOpen } from '@/lib/domain/operation/outcome'
import type { Failure, Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import type { OperableTransaction, OperationActions } from '../operations'
import type { KeptIntent } from './kept-intents'
import { useDialogPhase } from './use-dialog-phase'
import { useIntent, type Intent } from './use-intent'

const SLOW_AFTER_MS = 2_000
/** One check may be too early for a request that is still on its way. */
const CHECKS_FOR_ABSENT = 2

const NO_CONNECTION: Failure = { code: 'no_connection' }
const NOTHING_STARTED: Failure = { code: 'nothing_started' }
const NOT_STARTED_YET: Failure = { code: 'not_started_yet' }
const SIGNED_OUT: Failure = { code: 'session_ended' }

/**
 * The life of the operation dialogs of one payment. Nothing is ever sent again by itself: after a
 * response that did not come, the operation is asked for by its id until that says what became of
 * it.
 */
export function useOperation(
  actions: OperationActions,
  transaction: OperableTransaction,
  personId: string,
) {
  const refreshAfter = useRefreshAfter()
  const intents = useIntent(personId, transaction.id)
  const phases = useDialogPhase()
  const { kept, intent } = intents
  const { isBusy, settleInto } = phases
  const { expectedRevision, setExpected, show } = useShown(transaction, intents, phases)
  const { started, onResponse } = useResponses(intents, phases)

  async function submit<K extends OperationKind>(
    kind: K,
    entry: OperationEntries[K],
    isProved = false,
  ) {
    if (isBusy() || intent?.kind !== kind) return
    settleInto('sending', null)
    const earlierMs = kept.read(kind)?.sentAtMs ?? null
    if (await isOffline()) {
      settleInto('ready', NO_CONNECTION)
      return
    }
    // What a second factor was proved for goes on as the person saw the payment then.
    const seen = isProved ? expectedRevision : transaction
    setExpected(seen)
    kept.change(kind, { sentAtMs: Date.now() })
    const input = { ...entry, ...inputOf(intent, seen) }
    const result = await awaitResult(actions[kind](input), phases.becomeSlow)
    if (result === null) settleInto('no_response', null)
    else if (result.ok) started(result.value)
    else {
      const { error } = result
      const isUndecided = isLeadingAway(error) && earlierMs !== null
      kept.change(kind, { sentAtMs: isUndecided ? earlierMs : null })
      settleInto('ready', isUndecided && error.code === 'not_signed_in' ? SIGNED_OUT : error)
      if (error.code !== 'step_up_required') await refreshAfter(result)
    }
  }

  return { intents, phases, expectedRevision, show, submit, onResponse }
}

/** The dialog that is shown, and the payment as the person saw it in it. */
function useShown(
  transaction: OperableTransaction,
  { kept, intent, begin, setOpen, end }: ReturnType<typeof useIntent>,
  { isBusy, settleInto }: ReturnType<typeof useDialogPhase>,
) {
  /** The payment as the person saw it when they last decided something. */
  const [expectedRevision, setExpected] = useState(transaction)

  const resume = useCallback(
    (kind: OperationKind) => {
      const { sentAtMs } = begin(kind)
      setExpected(transaction)
      settleInto(sentAtMs === null ? 'ready' : 'no_response', null)
    },
    [begin, settleInto, transaction],
  )

  const show = useCallback(
    (kind: OperationKind) => {
      const shown = isBusy() && intent !== null ? intent.kind : kind
      if (!isBusy()) {
        // A press may come before what an earlier page left behind is put away.
        const { newestOperation: newest } = transaction
        if (newest !== null && isIntentOf(kept.read(kind), newest)) end(newest)
        resume(kind)
      }
      setOpen(shown, true)
    },
    [end, isBusy, intent, kept, resume, setOpen, transaction],
  )

  const resumeUnfinished = useEffectEvent(() => {
    const kind = kept.unfinished()
    if (kind === null || isBusy()) return
    const { newestOperation: newest } = transaction
    if (newest !== null && isIntentOf(kept.read(kind), newest)) {
      // The page knows what became of it.
      end(newest)
      return
    }
    const wasOpen = kept.read(kind)?.isOpen === true
    resume(kind)
    setOpen(kind, wasOpen)
  })
  useEffect(() => {
    const timer = setTimeout(() => resumeUnfinished())
    return () => clearTimeout(timer)
  }, [])

  return { expectedRevision, setExpected, show }
}

/**
 * Takes what is known of the operation of an intent. That there is none yet proves nothing before
 * the server's own bound for beginning one.
 */
function useResponses(
  { kept, intent, end }: ReturnType<typeof useIntent>,
  { phase, failure, ...phases }: ReturnType<typeof useDialogPhase>,
) {
  const router = useRouter()
  const { report } = useOperationState()
  const { isBusy, countAbsence, settleInto, setUnreachable } = phases

  const started = useCallback(
    (operation: OperationView) => {
      settleInto('ready', null)
      end(operation)
      report(operation)
      router.refresh()
    },
    [end, report, router, settleInto],
  )

  const onResponse = useCallback(
    (response: OperationResponse) => {
      const isFollowing = phase === 'no_response' || failure?.code === NOT_STARTED_YET.code
      if (!isFollowing && !isBusy()) return
      if (response.kind === 'found') {
        if (isFollowing || !isOpen(response.operation.state)) started(response.operation)
        else report(response.operation)
        return
      }
      if (!isFollowing || intent === null) return
      setUnreachable(response.kind === 'unreachable')
      if (response.kind === 'signed_out') settleInto('ready', SIGNED_OUT)
      if (response.kind !== 'absent') return
      if (countAbsence() < CHECKS_FOR_ABSENT) return
      const sentAtMs = kept.read(intent.kind)?.sentAtMs ?? 0
      const isProven = Date.now() - sentAtMs >= NO_RESPONSE_AFTER_MS
      if (isProven) kept.change(intent.kind, { sentAtMs: null })
      settleInto('ready', isProven ? NOTHING_STARTED : NOT_STARTED_YET)
    },
    [
      phase,
      failure,
      isBusy,
      countAbsence,
      intent,
      kept,
      report,
      settleInto,
      setUnreachable,
      started,
    ],
  )
  return { started, onResponse }
}

/** True for a kept intent that has become this operation. */
function isIntentOf(kept: KeptIntent | null, operation: { readonly id: string }): boolean {
  return kept !== null && kept.operationId === operation.id
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

/**
 * True for a failure that leaves it open whether anything was started: one during the action, and
 * an earlier request under the same id, which is there or still on its way.
 */
function isUnclear(failure: Failure): boolean {
  if (failure.code === 'operation_id_reused') return true
  return failure.code === 'internal' && failure.values.phase !== 'before'
}
