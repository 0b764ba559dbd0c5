import { createHash } from 'node:crypto'
import type { OperationKind } from '@/lib/domain/operation/operation'

/**
 * SHA-256 of a person's request, which distinguishes a repeated operation id from a reused one
 * (I5). The order of members doesn't matter; the operation id itself is no part of it, nor what the
 * page showed: a retry from a newer page asks for the same.
 */
export function inputDigest(
  kind: OperationKind,
  input: { readonly operationId: string; readonly expectedRevision: string },
): string {
  const { operationId: _id, expectedRevision: _expectedRevision, ...rest } = input
  const entries = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([kind, entries]))
    .digest('hex')
}
