'use client'

import { useCallback, useRef, useState } from 'react'
import type { Failure } from '@/lib/domain/operation/result'

/**
 * `slow`: the response is late. `no_response`: it is given up, and the operation's state is read.
 */
export type OperationPhase = 'ready' | 'sending' | 'slow' | 'no_response'

/** Where the request of the open dialog is, and why nothing came of the last one. */
export function useDialogPhase() {
  const [phase, setPhase] = useState<OperationPhase>('ready')
  const [failure, setFailure] = useState<Failure | null>(null)
  /** Paydesk could not be reached when the operation was asked for last. */
  const [isUnreachable, setUnreachable] = useState(false)
  /** Not state: two clicks before the next rendering must count as one. */
  const busy = useRef(false)
  /** How often in a row no operation was there. */
  const absences = useRef(0)

  const settleInto = useCallback((next: OperationPhase, why: Failure | null) => {
    busy.current = next !== 'ready'
    absences.current = 0
    setPhase(next)
    setFailure(why)
    setUnreachable(false)
  }, [])

  const becomeSlow = useCallback(() => setPhase('slow'), [])
  const isBusy = useCallback(() => busy.current, [])
  const countAbsence = useCallback(() => (absences.current += 1), [])

  return {
    phase,
    failure,
    isUnreachable,
    setUnreachable,
    settleInto,
    becomeSlow,
    isBusy,
    countAbsence,
  }
}
