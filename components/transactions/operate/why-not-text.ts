import { notPermittedText } from '@/lib/i18n/describe-not-permitted'
import type { Wording } from '@/lib/i18n/i18n'
import type { WhyNot } from './availabilities'

/** Why something cannot be done, and what can be done instead. */
export function whyNotText(why: WhyNot, wording: Wording): string {
  if ('role' in why) return notPermittedText(why.role, `operate:${why.kind}`, wording)
  const { t } = wording
  if (why.obstacle === 'order_differs_from_hold') return t(`operationFailures.${why.obstacle}`)
  const obstacle = t(`obstacles.${why.obstacle}`)
  return why.instead === null ? obstacle : t(`actions.instead.${why.instead}`, { obstacle })
}
