import type { Actor } from '@/lib/domain/access/actor'
import { isPermitted } from '@/lib/domain/access/permission'
import type { BatchKind } from '@/lib/domain/batch/batch'
import { failure, success, type Result } from '@/lib/domain/operation/result'

/** Fails for a person whose role may not do the kind of operation that a batch consists of. */
export function requireOperate({ role }: Pick<Actor, 'role'>, kind: BatchKind): Result<null> {
  const permission = `operate:${kind}` as const
  if (isPermitted(role, permission)) return success(null)
  return failure('not_permitted', { values: { role, permission } })
}
