import { sql, type SQL } from 'drizzle-orm'

/** What a code showed: the time step of an app's code, or the hash of a recovery code. */
export type CodeProof =
  | { readonly kind: 'app'; readonly step: number }
  | { readonly kind: 'recovery'; readonly codeHash: string }

/**
 * `UPDATE` that uses a code up, for use in the statement of what it permits: returns the person's
 * `id`, and no row when the code was used before, is not there, or is older than the newest one used.
 * Two at once meet at the row, where the second finds it used.
 * @param person name of the CTE that holds the person's `id`
 */
export function spentCode(proof: CodeProof, person: SQL): SQL {
  return proof.kind === 'app'
    ? sql`
      update app_factors set last_step = ${proof.step}::int
      from ${person}
      where app_factors.user_id = ${person}.id and app_factors.last_step < ${proof.step}::int
      returning app_factors.user_id as id`
    : sql`
      update recovery_codes set used_at = now()
      from ${person}
      where recovery_codes.user_id = ${person}.id and code_hash = ${proof.codeHash}
        and used_at is null
      returning recovery_codes.user_id as id`
}

/**
 * As `spentCode`, where the app goes with it: `DELETE`, because a statement changes a row once only.
 */
export function spentWithApp(proof: CodeProof, person: SQL): SQL {
  return proof.kind === 'app'
    ? sql`
      delete from app_factors using ${person}
      where app_factors.user_id = ${person}.id and app_factors.last_step < ${proof.step}::int
      returning app_factors.user_id as id`
    : sql`
      delete from recovery_codes using ${person}
      where recovery_codes.user_id = ${person}.id and code_hash = ${proof.codeHash}
        and used_at is null
      returning recovery_codes.user_id as id`
}

/**
 * `INSERT` of the audit entry of a recovery code that signed a person in or proved the second factor
 * anew; expects the CTEs `person`, with its id, name and role, and `spent`. None for a code of the app.
 */
export function recoveryCodeEntry(
  proof: CodeProof,
  { requestId, address }: { readonly requestId: string; readonly address: string | null },
): SQL {
  return sql`
    insert into audit_entries (
      stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
    )
    select
      person.id, 'person.recovery_code_used', person.id, person.name, person.role,
      ${requestId}::uuid, ${address}::text,
      jsonb_build_object('codesLeft', (
        select count(*) - 1 from recovery_codes
        where recovery_codes.user_id = person.id and used_at is null
      ))
    from person join spent on spent.id = person.id
    where ${proof.kind === 'recovery'}`
}
