import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/operation/operation'
import type { Availabilities } from '../availabilities'

const freeAmount = () => import('../amount/free-amount-dialog')

/** Where the dialog of each operation is loaded from. */
export const DIALOG_MODULES = {
  capture: () => import('../capture-dialog'),
  refund: () => import('../refund-dialog'),
  void: () => import('../void-dialog'),
  update_authorization: () => import('../order/items-dialog'),
  extend_authorization: () => import('../extend-dialog'),
  charge_again: freeAmount,
  pay_out: freeAmount,
  confirm_receipt: freeAmount,
} satisfies Readonly<Record<OperationKind, () => Promise<unknown>>>

/** Loads a dialog before it is opened. */
function prefetchDialog(kind: OperationKind): void {
  // If loading fails, opening the dialog loads it again.
  DIALOG_MODULES[kind]().catch(() => undefined)
}

/** The page has its own scripts by then. */
const PREFETCH_AFTER_MS = 300

/**
 * Loads the dialogs of what can be done, so that they open without a connection, too. Returns what
 * stops it.
 */
export function prefetchDialogs(available: Availabilities): () => void {
  const timer = setTimeout(() => {
    OPERATION_KINDS.filter((kind) => available[kind].allowed).forEach(prefetchDialog)
  }, PREFETCH_AFTER_MS)
  return () => clearTimeout(timer)
}
