import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import type { RuleRun } from '@/lib/domain/extension/extension-rule'
import { EVERYTHING } from '@/lib/domain/listing/list-filter'
import { listHref } from '@/lib/domain/listing/list-query'
import type { Tag } from '@/lib/domain/listing/tag'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { useFormats } from '@/lib/i18n/use-i18n'
import { LateTagForm, LateUntag } from './late-tags'
import type { TagAction } from './use-tag'

export interface TagActions {
  readonly add: TagAction
  readonly remove: TagAction
}

interface Props {
  readonly transactionId: string
  readonly tags: readonly Tag[]
  /** The last run of a rule on the payment; null without one. */
  readonly lastRun: RuleRun | null
  readonly actions: TagActions
}

/** The tags of a payment, each a link to all payments that have it, and the form for another one. */
export function TagsCard({ transactionId, tags, lastRun, actions }: Props) {
  const t = useTranslations('tags')
  const formats = useFormats()
  const describeFailure = useDescribeFailure()
  return (
    <Card id="tags" title={t('title')}>
      <div className="grid gap-3 px-5 pb-5 text-sm">
        {tags.length === 0 ? (
          <p className="text-ink-soft">{t('none')}</p>
        ) : (
          <ul className="flex flex-wrap gap-1.5">
            {tags.map(({ tag, actorName, taggedAt }) => (
              <li
                key={tag}
                className="border-line bg-sunken text-ink flex min-h-7 max-w-full items-center rounded-full border px-2.5 text-xs font-medium"
              >
                <Link
                  prefetch={false}
                  href={listHref({ ...EVERYTHING, tag, after: null })}
                  title={t('by', { name: actorName, time: formats.dateTime(taggedAt) })}
                  className="truncate hover:underline"
                >
                  <bdi>{tag}</bdi>
                </Link>
                <LateUntag transactionId={transactionId} tag={tag} action={actions.remove} />
              </li>
            ))}
          </ul>
        )}
        {lastRun !== null && lastRun.failure !== null && (
          <p className="text-warn-ink text-pretty">
            {t('notExtended', {
              rule: lastRun.ruleName,
              time: formats.dateTime(lastRun.begunAt),
            })}{' '}
            {describeFailure(lastRun.failure)}
          </p>
        )}
        <LateTagForm transactionId={transactionId} action={actions.add} />
      </div>
    </Card>
  )
}
