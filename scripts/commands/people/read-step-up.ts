import {
  STEP_UP_TOPICS,
  type StepUpSetting,
  type StepUpTopic,
} from '@/lib/domain/access/organization-settings'
import { parseAmount, plainAmount } from '@/lib/domain/money/money'
import { UsageError } from '../../describe-error'

/** The topics as they are typed. */
const TOPIC_NAMES: Readonly<Record<StepUpTopic, string>> = {
  pay_out: 'payouts',
  charge_again: 'charges',
  people: 'people',
  connections: 'connections',
}

/** The names that `--for` takes. */
export const STEP_UP_NAMES = Object.values(TOPIC_NAMES)

/**
 * What was typed after `--refunds-above` and `--for`. Amounts are in whole units with a decimal point.
 * Throws a `UsageError` for what it cannot read.
 */
export function readStepUp(refunds: string, names: string): StepUpSetting {
  const refundLimitsMinor = Object.fromEntries(listed(refunds).map(readLimit))
  return { refundLimitsMinor, topics: listed(names).map(readTopic) }
}

/** What is set, in words. */
export function describeStepUp({ refundLimitsMinor, topics }: StepUpSetting): string {
  const limits = Object.entries(refundLimitsMinor).map(([currency, limitMinor]) =>
    plainAmount(limitMinor, currency),
  )
  const refunds =
    limits.length === 0
      ? []
      : [`refunds above ${limits.join(' or ')}, and all refunds in other currencies`]
  const named = topics.map((topic) => TOPIC_NAMES[topic])
  return [...refunds, ...named].join('; ') || 'nothing'
}

function listed(text: string): readonly string[] {
  return text === 'none' ? [] : text.split(',').map((part) => part.trim())
}

function readLimit(text: string): [currency: string, limitMinor: number] {
  const [, currency = '', amount = ''] = /^([A-Z]{3})=(\d+(?:\.\d+)?)$/.exec(text) ?? []
  const isKnown = Intl.supportedValuesOf('currency').includes(currency)
  const parsed = isKnown ? parseAmount(amount, currency, '.') : null
  if (parsed?.ok === true) return [currency, parsed.amountMinor]
  throw new UsageError('Say each sum as NOK=5000 or EUR=499.50, or none.')
}

function readTopic(name: string): StepUpTopic {
  const topic = STEP_UP_TOPICS.find((one) => TOPIC_NAMES[one] === name)
  if (topic !== undefined) return topic
  throw new UsageError(`--for takes ${STEP_UP_NAMES.join(', ')}, or none.`)
}
