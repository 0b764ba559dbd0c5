import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { SEARCH_LIMITS } from '@/lib/config/browser-limits'
import {
  isPeopleListNarrowed,
  PEOPLE_PATH,
  type PeopleQuery,
} from '@/lib/domain/access/people-query'
import { LISTED_STATES } from '@/lib/domain/access/person'
import { ROLES } from '@/lib/domain/access/permission'

/** The search and the filters as a plain form, so that they work without script. */
export function PeopleFilter({ query }: { readonly query: PeopleQuery }) {
  const t = useTranslations()
  const { search, role, state } = query
  return (
    <form
      key={JSON.stringify(query)}
      role="search"
      action={PEOPLE_PATH}
      method="get"
      className="mb-4 flex flex-wrap items-end gap-3"
    >
      <Field
        type="search"
        name="q"
        label={t('people.filter.search')}
        defaultValue={search ?? ''}
        maxLength={SEARCH_LIMITS.textLength}
        autoComplete="off"
        enterKeyHint="search"
        className="w-full sm:w-72"
      />
      <div className="grid min-w-0 flex-auto grid-cols-2 gap-3 sm:max-w-84">
        <SelectField name="role" label={t('people.table.role')} defaultValue={role ?? ''}>
          <option value="">{t('people.filter.anyRole')}</option>
          {ROLES.map((known) => (
            <option key={known} value={known}>
              {t(`roles.${known}`)}
            </option>
          ))}
        </SelectField>
        <SelectField name="state" label={t('people.table.state')} defaultValue={state ?? ''}>
          <option value="">{t('people.filter.anyState')}</option>
          {LISTED_STATES.map((known) => (
            <option key={known} value={known}>
              {t(`people.states.${known}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <Button type="submit" className="max-sm:flex-1">
        {t('people.filter.show')}
      </Button>
      {isPeopleListNarrowed(query) && (
        <Link
          href={PEOPLE_PATH}
          prefetch={false}
          className="text-accent-ink inline-flex h-10 items-center px-1.5 text-sm font-medium hover:underline"
        >
          {t('people.filter.everyone')}
        </Link>
      )}
    </form>
  )
}
