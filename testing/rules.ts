import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import type { NewRuleInput } from '@/lib/domain/extension/extension-rule'
import { addRule, setRule } from '@/lib/extension/change-rules'
import { beginRuns } from '@/lib/jobs/rule-loop'
import { tagPayment } from '@/lib/operations/tag-payment'
import { valueOf } from './batches'
import { contextOf } from './context-of'

/** A rule of a name of its own that is on, in the name of `actor`; its id. */
export async function addRuleThatIsOn(
  database: Database,
  actor: Actor,
  rule: Partial<Omit<NewRuleInput, 'ruleId'>> & { readonly tag: string },
): Promise<string> {
  const ruleId = randomUUID()
  const usual = { name: `Rule ${ruleId}`, maxTimes: 3, withinHours: 72 }
  const context = contextOf(database, actor)
  valueOf(await addRule(context, { ...usual, ...rule, ruleId }))
  valueOf(await setRule(context, { ruleId, isOn: true }))
  return ruleId
}

/** Puts a tag on a payment that may have it. */
export async function putTag(
  database: Database,
  actor: Actor,
  transactionId: string,
  tag: string,
): Promise<void> {
  valueOf(await tagPayment(contextOf(database, actor), { transactionId, tag }))
}

/** Runs rules as so many instances do at once, until nothing is due. @param now see `beginRuns` */
export async function runRules(
  database: Database,
  { now, instances = 1, free = 8 }: { now?: Date; instances?: number; free?: number } = {},
): Promise<number> {
  let runs = 0
  for (;;) {
    const begun = await Promise.all(
      Array.from({ length: instances }, () => beginRuns(database, free, now)),
    )
    const all = begun.flat()
    if (all.length === 0) return runs
    runs += all.length
    await Promise.all(all)
  }
}
