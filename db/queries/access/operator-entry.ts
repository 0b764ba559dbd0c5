import { sql, type SQL } from 'drizzle-orm'
import { OPERATOR, type OperatorRequest } from '@/lib/domain/access/actor'

/**
 * `INSERT` of the audit entry of a change at the command line, for use in the changing statement; in
 * the stream of the person whom it is about.
 * @param from name of the CTE that holds the changed person's `id`; no row, no entry
 * @param detail a jsonb expression
 */
export function operatorEntry(
  action: string,
  request: OperatorRequest,
  { from, detail }: { readonly from: SQL; readonly detail: SQL },
): SQL {
  return sql`
    insert into audit_entries (
      stream_id, action, actor_name, actor_role, request_id, reason, detail
    )
    select
      id, ${action}::text, ${OPERATOR.name}::text, ${OPERATOR.role}::text,
      ${request.requestId}::uuid, ${request.reason}::text, ${detail}
    from ${from}`
}
