import { sql, type SQL } from 'drizzle-orm'
import { addressOf, OPERATOR, type PersonRequest } from '@/lib/domain/access/actor'

/**
 * `INSERT` of the audit entry of a change of a person, for use in the changing statement; in the
 * stream of the person whom it is about.
 * @param from name of the CTE that holds the changed person's `id`; no row, no entry
 * @param detail a jsonb expression
 */
export function personEntry(
  action: string,
  request: PersonRequest,
  { from, detail }: { readonly from: SQL; readonly detail: SQL },
): SQL {
  const { userId, name, role } = request.actor ?? { userId: null, ...(request.agent ?? OPERATOR) }
  return sql`
    insert into audit_entries (
      stream_id, action, actor_id, actor_name, actor_role, request_id, reason, address, detail
    )
    select
      id, ${action}::text, ${userId}::uuid, ${name}::text, ${role}::text,
      ${request.requestId}::uuid, ${request.reason}::text, ${addressOf(request)}::text,
      ${detail}
    from ${from}`
}
