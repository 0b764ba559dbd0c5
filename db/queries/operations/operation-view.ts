import { operations } from '@/db/schema/operations'

/** The columns of an operation that people see. */
export const OPERATION_VIEW = {
  id: operations.id,
  transactionId: operations.transactionId,
  kind: operations.kind,
  state: operations.state,
  amountMinor: operations.amountMinor,
  currency: operations.currency,
  lines: operations.lines,
  orderChanges: operations.orderChanges,
  actorName: operations.actorName,
  actorRole: operations.actorRole,
  createdAt: operations.createdAt,
  sentAt: operations.sentAt,
  settledAt: operations.settledAt,
  message: operations.message,
  refusalCode: operations.refusalCode,
  retry: operations.retry,
  reason: operations.reason,
  reference: operations.reference,
  nextCheckAt: operations.nextCheckAt,
  lastCheckedAt: operations.lastCheckedAt,
  lastCheckFound: operations.lastCheckFound,
  checks: operations.checks,
}
