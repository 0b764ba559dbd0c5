import { LIMITS } from '@/lib/config/limits'
import type {
  LimitEntryInput,
  ReviewLimitsInput,
  SecondFactorRolesInput,
  StepUpInput,
} from '@/lib/domain/access/business-inputs'
import { STEP_UP_TOPICS, type LimitsMinor } from '@/lib/domain/access/organization-settings'
import { ROLES } from '@/lib/domain/access/permission'
import { NO_CURRENCY } from '@/lib/domain/money/currency'
import { parseAmount } from '@/lib/domain/money/money'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { changeSetting, type SettingChanged, type SettingContext } from './change-setting'

/** Sets the sums above which two people must decide the same; other currencies have ours. */
export async function setReviewLimits(
  context: SettingContext,
  { limits, seenAt }: ReviewLimitsInput,
  decimalMark: string,
): Promise<Result<SettingChanged>> {
  const parsed = parseLimits(limits, decimalMark)
  if (!parsed.ok) return parsed
  return changeSetting(context, { key: 'review_limits', value: parsed.value, seenAt })
}

/** Sets the roles whose people need a second factor; see `requireSecondFactor`, the command's way. */
export async function setSecondFactorRoles(
  context: SettingContext,
  { roles, seenAt }: SecondFactorRolesInput,
): Promise<Result<SettingChanged>> {
  const value = ROLES.filter((role) => roles.includes(role))
  return changeSetting(context, { key: 'second_factor_roles', value, seenAt })
}

/** Sets what needs a second factor shown minutes ago; see `requireStepUp`, the command's way. */
export async function setStepUp(
  context: SettingContext,
  { topics, limits, seenAt }: StepUpInput,
  decimalMark: string,
): Promise<Result<SettingChanged>> {
  const parsed = parseLimits(limits, decimalMark)
  if (!parsed.ok) return parsed
  const value = {
    refundLimitsMinor: parsed.value,
    topics: STEP_UP_TOPICS.filter((topic) => topics.includes(topic)),
  }
  return changeSetting(context, { key: 'step_up', value, seenAt })
}

/** Limits as they were typed, in whole currency units, in minor units by currency. */
function parseLimits(
  entries: readonly LimitEntryInput[],
  decimalMark: string,
): Result<LimitsMinor> {
  const max = LIMITS.business.currencies
  if (entries.length > max) return failure('too_many_currencies', { values: { max } })
  const limits = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    if (entry.currency.trim() === '' && entry.amount.trim() === '') continue
    const field = `currency.${index}`
    const currency = entry.currency.trim().toUpperCase()
    if (!isCurrency(currency)) {
      return failure('currency_unknown', { field, values: { text: entry.currency.trim() } })
    }
    if (limits.has(currency)) return failure('currency_twice', { field, values: { currency } })
    const parsed = parseAmount(entry.amount, currency, decimalMark)
    if (!parsed.ok || parsed.amountMinor <= 0) {
      const problem = parsed.ok ? ('not_positive' as const) : parsed.problem
      const values = { problem, text: entry.amount.trim(), currency }
      return failure('limit_unreadable', { field: `amount.${index}`, values })
    }
    limits.set(currency, parsed.amountMinor)
  }
  return success(Object.fromEntries(limits))
}

function isCurrency(code: string): boolean {
  return code !== NO_CURRENCY && Intl.supportedValuesOf('currency').includes(code)
}
