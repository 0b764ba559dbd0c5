import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Pill } from '@/components/ui/pill'
import type { ExtensionRule } from '@/lib/domain/extension/extension-rule'
import { EVERYTHING } from '@/lib/domain/listing/list-filter'
import { listHref } from '@/lib/domain/listing/list-query'
import { useI18n } from '@/lib/i18n/use-i18n'
import { RuleButtons, type RuleActions } from './rule-buttons'

interface Props {
  readonly rule: ExtensionRule
  readonly actions: RuleActions
}

/** What a rule does, whether it is on and in whose name, and what it has done. */
export function RuleCard({ rule, actions }: Props) {
  const { t, formats } = useI18n()
  const { id, name, tag, maxTimes, withinHours, enabled, stopReason, runs } = rule
  return (
    <Card
      id={`rule-${id}`}
      title={name}
      aside={
        enabled !== null ? (
          <Pill tone="good" icon="check">
            {t('rules.on')}
          </Pill>
        ) : (
          <Pill {...(stopReason !== null && { tone: 'warn', icon: 'warning' })}>
            {t(stopReason === null ? 'rules.off' : 'rules.stopped')}
          </Pill>
        )
      }
    >
      <div className="grid gap-3 px-5 pb-5 text-sm">
        <p className="text-pretty">
          {t.rich('rules.sentence', {
            hours: withinHours,
            times: maxTimes,
            tag: () => (
              <Link
                prefetch={false}
                href={listHref({ ...EVERYTHING, tag, after: null })}
                className="text-accent-ink font-medium hover:underline"
              >
                <bdi>{tag}</bdi>
              </Link>
            ),
          })}
        </p>
        <p className="text-ink-soft text-pretty">
          {stopReason !== null && `${t(`rules.stopReasons.${stopReason}`)} `}
          {enabled !== null &&
            `${t('rules.onBy', { name: enabled.by, time: formats.dateTime(enabled.at) })} `}
          {t('rules.runs', { count: runs })}
        </p>
        <RuleButtons ruleId={id} name={name} isOn={enabled !== null} actions={actions} />
      </div>
    </Card>
  )
}
