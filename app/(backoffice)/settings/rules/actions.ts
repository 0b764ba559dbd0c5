'use server'

import { defineAction } from '@/lib/access/define-action'
import { addRule, dropRule, setRule } from '@/lib/extension/change-rules'
import { newRuleInput, removeRuleInput, switchRuleInput } from './inputs'

const permission = 'manage_rules'

const event = () => ({ event: 'setting_change' }) as const

/** Adds a rule, switched off; see `addRule`. */
export const addExtensionRule = defineAction({
  permission,
  input: newRuleInput,
  event,
  run: addRule,
})

/** Switches a rule on, to act with the rights of who asks, or off. */
export const switchExtensionRule = defineAction({
  permission,
  input: switchRuleInput,
  event,
  run: setRule,
})

/** Switches a rule off for good. */
export const removeExtensionRule = defineAction({
  permission,
  input: removeRuleInput,
  event,
  run: dropRule,
})
