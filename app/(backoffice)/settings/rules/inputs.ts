import { z } from 'zod'
import { schemaOf } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import type {
  NewRuleInput,
  RemoveRuleInput,
  SwitchRuleInput,
} from '@/lib/domain/extension/extension-rule'

/** Longer than anything that is right: what is wrong about an entry is said by the use case. */
const typed = z.string().max(LIMITS.edge.typedLength)

const ruleId = z.uuid()

export const newRuleInput = schemaOf<NewRuleInput>()(
  z.strictObject({
    ruleId,
    name: typed,
    tag: typed,
    maxTimes: z.number(),
    withinHours: z.number(),
  }),
)

export const switchRuleInput = schemaOf<SwitchRuleInput>()(
  z.strictObject({ ruleId, isOn: z.boolean() }),
)

export const removeRuleInput = schemaOf<RemoveRuleInput>()(z.strictObject({ ruleId }))

/** What the form begins with. */
export const usualRule = { hours: LIMITS.rules.hours, times: LIMITS.rules.times }
