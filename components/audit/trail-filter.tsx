import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { SEARCH_LIMITS } from '@/lib/config/browser-limits'
import { TRAIL_SUBJECTS } from '@/lib/domain/audit/audit-actions'
import {
  isTrailNarrowed,
  TRAIL_PATH,
  trailHref,
  type TrailQuery,
} from '@/lib/domain/audit/trail-query'
import { addDays } from '@/lib/domain/listing/local-day'

interface Props {
  readonly query: TrailQuery
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** The reader's day. */
  readonly today: string
}

const QUICK =
  'text-accent-ink inline-flex h-10 items-center px-1.5 text-sm font-medium hover:underline'

/** The filters of the trail as a plain form, so that they work without script. */
export function TrailFilter({ query, people, today }: Props) {
  const t = useTranslations('trail')
  const { subject, actorId, payment, from, to } = query
  const yesterday = addDays(today, -1)
  const days = [
    ['today', today],
    ['yesterday', yesterday],
  ] as const
  return (
    <form
      key={JSON.stringify(query)}
      role="search"
      action={TRAIL_PATH}
      method="get"
      className="mb-4 grid gap-3 sm:flex sm:flex-wrap sm:items-end"
    >
      <SelectField name="person" label={t('filter.person')} defaultValue={actorId ?? ''}>
        <option value="">{t('filter.anyPerson')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="subject" label={t('filter.subject')} defaultValue={subject ?? ''}>
        <option value="">{t('filter.anySubject')}</option>
        {TRAIL_SUBJECTS.map((known) => (
          <option key={known} value={known}>
            {t(`subjects.${known}`)}
          </option>
        ))}
      </SelectField>
      <Field
        name="payment"
        label={t('filter.payment')}
        defaultValue={payment ?? ''}
        maxLength={SEARCH_LIMITS.textLength}
        autoComplete="off"
        enterKeyHint="search"
        className="sm:w-52"
      />
      <div className="grid gap-3 min-[26rem]:grid-cols-2">
        <Field type="date" name="from" label={t('filter.from')} defaultValue={from ?? ''} />
        <Field type="date" name="to" label={t('filter.to')} defaultValue={to ?? ''} />
      </div>
      <Button type="submit">{t('filter.show')}</Button>
      <div className="flex flex-wrap gap-x-2">
        {days.map(([name, day]) => (
          <Link
            key={name}
            href={trailHref(query, { from: day, to: day })}
            prefetch={false}
            className={QUICK}
          >
            {t(`filter.${name}`)}
          </Link>
        ))}
        {isTrailNarrowed(query) && (
          <Link href={TRAIL_PATH} prefetch={false} className={QUICK}>
            {t('filter.everything')}
          </Link>
        )}
      </div>
    </form>
  )
}
