'use client'

import { useRouter } from 'next/navigation'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import type { CheckInput } from '@/lib/domain/operation/inputs'
import { isOpen } from '@/lib/domain/operation/outcome'
import { success, type Failure, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useOperationState } from './operation-state'

/** The heading of the card that shows the result. */
export const OPERATION_TITLE_ID = 'operation-title'

export type CheckAction = (input: CheckInput) => Promise<Result<OperationView>>

/** The result of a check. */
export interface CheckOutcome {
  readonly operation: OperationView
  /** True when no check was made because the last one was a moment ago. */
  readonly isSpared: boolean
}

const NO_RESPONSE: Failure = { code: 'check_unreachable' }

/**
 * Checks at the provider now. It only reads, one check at a time, so that pressing often is safe.
 */
export function useCheck(operation: OperationView, action: CheckAction) {
  const router = useRouter()
  const { report } = useOperationState()
  const { isPending, answer, run } = useOneAtATime(requestCheck, NO_RESPONSE)

  async function requestCheck(): Promise<Result<CheckOutcome>> {
    const result = await action({ operationId: operation.id })
    if (!result.ok) return result
    const isSpared = result.value.checks <= operation.checks
    return success({ operation: result.value, isSpared })
  }

  async function check(button: HTMLElement): Promise<void> {
    const result = await run()
    if (result?.ok !== true) return
    const { operation: found } = result.value
    report(found)
    if (isOpen(found.state)) return
    // The button is about to go or has gone, so that the focus moves to the result.
    const { activeElement, body } = document
    if (activeElement === button || activeElement === body) {
      document.getElementById(OPERATION_TITLE_ID)?.focus()
    }
    router.refresh()
  }

  return { isLooking: isPending, answer, check }
}
