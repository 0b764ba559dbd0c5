import { insertRule, listRules, removeRule, switchRule } from '@/db/queries/extension/rules'
import type { Database } from '@/db/client'
import { onlyWrite } from '@/db/refused-write'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type {
  NewRuleInput,
  RemoveRuleInput,
  SwitchRuleInput,
} from '@/lib/domain/extension/extension-rule'
import { visibleText, searchKey } from '@/lib/domain/listing/search-key'
import { readTag } from '@/lib/domain/listing/tag'
import { failure, success, type Result } from '@/lib/domain/operation/result'

/** Rules act on all connections: only an admin of all of them changes one. */
export interface RuleContext {
  readonly database: Database
  readonly actor: Actor
  readonly requestId: string
}

/** Adds a rule, switched off. The same one twice is one. */
export async function addRule(context: RuleContext, input: NewRuleInput): Promise<Result<null>> {
  const { database, actor } = context
  if (actor.scope !== 'all') return failure('setting_of_all_connections')
  const { ruleId, maxTimes, withinHours } = input
  const name = visibleText(input.name)
  const tag = readTag(input.tag)
  const { nameLength, timesMost, hoursMost, most } = LIMITS.rules
  if (name === '' || name.length > nameLength) {
    return failure('rule_name_malformed', { field: 'name' })
  }
  if (tag === null) return failure('tag_malformed', { field: 'tag' })
  if (!isWithin(maxTimes, timesMost)) return failure('rule_times_malformed', { field: 'maxTimes' })
  if (!isWithin(withinHours, hoursMost)) {
    return failure('rule_hours_malformed', { field: 'withinHours' })
  }
  const rule = { ruleId, name, tag, maxTimes, withinHours }
  if (await onlyWrite(insertRule(database, rule, context))) return success(null)
  const rules = await listRules(database)
  if (rules.some(({ id }) => id === ruleId)) return success(null)
  if (rules.some((other) => searchKey(other.name) === searchKey(name))) {
    return failure('rule_name_taken', { field: 'name' })
  }
  return failure(rules.length >= most ? 'rule_too_many' : 'actor_changed')
}

/** Switches a rule on, to act with the rights of who asks, or off. Twice is once. */
export async function setRule(
  context: RuleContext,
  { ruleId, isOn }: SwitchRuleInput,
): Promise<Result<null>> {
  const { database, actor } = context
  if (actor.scope !== 'all') return failure('setting_of_all_connections')
  if (await onlyWrite(switchRule(database, ruleId, isOn, context))) return success(null)
  const rule = (await listRules(database)).find(({ id }) => id === ruleId)
  if (rule === undefined) return failure('rule_gone')
  return (rule.enabled !== null) === isOn ? success(null) : failure('actor_changed')
}

/** Switches a rule off for good; what it did stays in history. Twice is once. */
export async function dropRule(
  context: RuleContext,
  { ruleId }: RemoveRuleInput,
): Promise<Result<null>> {
  const { database, actor } = context
  if (actor.scope !== 'all') return failure('setting_of_all_connections')
  if (await onlyWrite(removeRule(database, ruleId, context))) return success(null)
  const isThere = (await listRules(database)).some(({ id }) => id === ruleId)
  return isThere ? failure('actor_changed') : success(null)
}

function isWithin(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most
}
