import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { ExtensionRule, NewRuleInput, RuleRun } from '@/lib/domain/extension/extension-rule'

/** Who changes a rule, and by which request. */
export interface RuleChange {
  readonly actor: Actor
  readonly requestId: string
}

/** True while who asks is what the request was permitted for: an admin of all connections, enabled. */
function isActing({ userId, role }: Actor): SQL {
  return sql`exists (
    select 1 from users
    where id = ${userId}::uuid and role = ${role} and disabled_at is null and connection_ids is null
  )`
}

/** The audit entry of the rule that a CTE `changed` holds, in the stream of the rule. */
function ruleEntry(action: string, { actor, requestId }: RuleChange): SQL {
  return sql`
    insert into audit_entries (
      stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
    )
    select id, ${action}::text, ${actor.userId}::uuid, ${actor.name}, ${actor.role},
      ${requestId}::uuid, ${actor.address ?? null}::text, jsonb_build_object(
        'name', name, 'tag', tag, 'maxTimes', max_times, 'withinHours', within_hours
      )
    from changed`
}

async function writeRule(
  database: Database,
  changed: SQL,
  action: string,
  change: RuleChange,
): Promise<boolean> {
  const written = await database.run((db) =>
    db.execute(sql`
      with changed as (${changed} returning *), entry as (${ruleEntry(action, change)})
      select id from changed`),
  )
  return written.length > 0
}

/**
 * Adds a rule, switched off, with its audit entry. False when there is one of this id or name, as many
 * as there may be, or who asks is no admin of all connections any more.
 */
export function insertRule(
  database: Database,
  { ruleId, name, tag, maxTimes, withinHours }: NewRuleInput,
  change: RuleChange,
): Promise<boolean> {
  const insert = sql`
    insert into extension_rules (id, name, tag, max_times, within_hours)
    select ${ruleId}::uuid, ${name}, ${tag}, ${maxTimes}::int, ${withinHours}::int
    where ${isActing(change.actor)} and (
      select count(*) from extension_rules where removed_at is null
    ) < ${LIMITS.rules.most}
    on conflict do nothing`
  return writeRule(database, insert, 'rule.added', change)
}

/** Switches a rule on, in the name of who asks, or off. False when it is so already, or not there. */
export function switchRule(
  database: Database,
  ruleId: string,
  isOn: boolean,
  change: RuleChange,
): Promise<boolean> {
  const update = isOn
    ? sql`
        update extension_rules set enabled_by = ${change.actor.userId}::uuid, enabled_at = now(),
          stop_reason = null
        where id = ${ruleId}::uuid and removed_at is null and enabled_at is null
          and ${isActing(change.actor)}`
    : sql`
        update extension_rules set enabled_by = null, enabled_at = null
        where id = ${ruleId}::uuid and enabled_at is not null and ${isActing(change.actor)}`
  return writeRule(database, update, isOn ? 'rule.switched_on' : 'rule.switched_off', change)
}

/** Switches a rule off for good. False when that is done already, or there is no such rule. */
export function removeRule(
  database: Database,
  ruleId: string,
  change: RuleChange,
): Promise<boolean> {
  const update = sql`
    update extension_rules set enabled_by = null, enabled_at = null, removed_at = now()
    where id = ${ruleId}::uuid and removed_at is null and ${isActing(change.actor)}`
  return writeRule(database, update, 'rule.removed', change)
}

/** The rules that are not removed, in the order of their names. */
export async function listRules(database: Database): Promise<readonly ExtensionRule[]> {
  const rows = await database.run((db) =>
    db.execute<Record<string, unknown> & Omit<ExtensionRule, 'enabled'> & Enabled>(sql`
      select rule.id, rule.name, rule.tag, rule.max_times as "maxTimes",
        rule.within_hours as "withinHours", rule.stop_reason as "stopReason",
        users.name as "enabledBy", rule.enabled_at as "enabledAt",
        (
          select count(*)::int from rule_runs join operations on operations.id = operation_id
          where rule_id = rule.id and operations.state = 'succeeded'
        ) as runs
      from extension_rules as rule left join users on users.id = rule.enabled_by
      where rule.removed_at is null
      order by search_key(rule.name)`),
  )
  return rows.map(({ enabledBy, enabledAt, ...rule }) => ({
    ...rule,
    enabled:
      enabledBy === null || enabledAt === null ? null : { by: enabledBy, at: new Date(enabledAt) },
  }))
}

interface Enabled {
  readonly enabledBy: string | null
  readonly enabledAt: string | null
}

/** The runs of rules on a payment, the newest first; its scope was checked when it was read. */
export async function listRuleRuns(
  database: Database,
  transactionId: string,
): Promise<readonly RuleRun[]> {
  const rows = await database.run((db) =>
    db.execute<Record<string, unknown> & Omit<RuleRun, 'begunAt'> & { begunAt: string }>(sql`
      select run.operation_id as "operationId", rule.name as "ruleName", run.failure,
        run.begun_at as "begunAt"
      from rule_runs as run join extension_rules as rule on rule.id = run.rule_id
      where run.transaction_id = ${transactionId}::uuid
      order by run.number desc`),
  )
  return rows.map(({ begunAt, ...run }) => ({ ...run, begunAt: new Date(begunAt) }))
}
