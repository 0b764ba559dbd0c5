import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { DUE_SECTIONS } from '@/lib/domain/listing/due'
import type { FilterChoices } from '@/lib/domain/listing/list-filter'
import { writeListQuery, type ListQuery } from '@/lib/domain/listing/list-query'
import { RESTS } from '@/lib/domain/listing/rest'
import { LIST_SORTS } from '@/lib/domain/listing/list-view'
import { methodLabel } from '@/lib/format/methods'

interface Props {
  readonly query: ListQuery
  readonly choices: FilterChoices
}

/**
 * The filters as a plain form, so that they work without script and each choice has its address.
 */
export function FilterPanel({ query, choices }: Props) {
  const t = useTranslations('list.filters')
  const methodName = useTranslations('methods')
  const methods = withChosen(choices.methods, query.method)
  return (
    <Disclosure label={t('title')} className="sm:w-104">
      <form action="/transactions" method="get" className="grid gap-3 sm:grid-cols-2">
        <input type="hidden" name="view" value={query.view} />
        {query.search !== null && <input type="hidden" name="q" value={query.search} />}
        {query.statuses.map((status) => (
          <input key={status} type="hidden" name="status" value={status} />
        ))}
        <Choice
          name="connection"
          label={t('connection')}
          chosen={query.connectionId}
          options={choices.connections.map(({ id, name }) => [id, name])}
        />
        <Choice
          name="method"
          label={t('method')}
          chosen={query.method}
          options={methods.map((code) => [code, methodLabel(code, methodName).name])}
        />
        <Field
          type={'date'}
          name={'from'}
          label={t('from')}
          defaultValue={query.createdFrom ?? ''}
        />
        <Field type={'date'} name={'to'} label={t('to')} defaultValue={query.createdTo ?? ''} />
        <Deadlines query={query} />
        <Amounts query={query} />
        <Choice
          name="currency"
          label={t('currency')}
          chosen={query.currency}
          options={choices.currencies.map((code) => [code, code])}
        />
        <Choice
          name="sort"
          label={t('sort')}
          any={t('sortUsual')}
          chosen={query.sort}
          options={LIST_SORTS.map((sort) => [sort, t(`sorts.${sort}`)])}
        />
        <Choice
          name="rest"
          label={t('rest')}
          chosen={query.rest}
          options={RESTS.map((rest) => [rest, t(`rests.${rest}`)])}
        />
        <Choice
          name="tag"
          label={t('tag')}
          chosen={query.tag}
          options={withChosen(choices.tags, query.tag).map((tag) => [tag, tag])}
        />
        <label className="text-ink flex items-center gap-2 self-end py-2.5 text-sm">
          <input
            type="checkbox"
            name="held"
            value="1"
            defaultChecked={query.heldOnly}
            className="accent-accent size-4"
          />
          {t('held')}
        </label>
        <button
          type="submit"
          className={`${buttonStyle({ tone: 'primary' })} sm:col-span-2 sm:justify-self-end`}
        >
          {t('apply')}
        </button>
      </form>
    </Disclosure>
  )
}

/** The choices, with one that is chosen and none of them. */
function withChosen(choices: readonly string[], chosen: string | null): readonly string[] {
  return chosen === null || choices.includes(chosen) ? choices : [...choices, chosen]
}

/** The bounds of the amount, as they are written in the address. */
function Amounts({ query }: Pick<Props, 'query'>) {
  const t = useTranslations('list.filters')
  const written = new URLSearchParams(writeListQuery(query))
  return (
    <>
      <Field
        name={'min'}
        label={t('min')}
        inputMode={'decimal'}
        autoComplete={'off'}
        defaultValue={written.get('min') ?? ''}
      />
      <Field
        name={'max'}
        label={t('max')}
        inputMode={'decimal'}
        autoComplete={'off'}
        defaultValue={written.get('max') ?? ''}
      />
    </>
  )
}

/** The filters by deadline: a section, and days. */
function Deadlines({ query: { view, due, dueFrom, dueTo } }: Pick<Props, 'query'>) {
  const t = useTranslations('list.filters')
  const dueName = useTranslations('expiring.due')
  const dues = view === 'expiring' ? DUE_SECTIONS : [...DUE_SECTIONS, 'unknown' as const]
  return (
    <>
      <div className="sm:col-span-2">
        <Choice
          name="due"
          label={t('due')}
          chosen={due}
          options={dues.map((one) => [one, dueName(one)])}
        />
      </div>
      <Field type={'date'} name={'dueFrom'} label={t('dueFrom')} defaultValue={dueFrom ?? ''} />
      <Field type={'date'} name={'dueTo'} label={t('dueTo')} defaultValue={dueTo ?? ''} />
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  /** The choice that filters nothing, unless it is "any". */
  readonly any?: string
  readonly chosen: string | null
  readonly options: readonly (readonly [value: string, text: string])[]
}

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  const t = useTranslations('list.filters')
  return (
    <SelectField name={name} label={label} defaultValue={chosen ?? ''}>
      <option value="">{any ?? t('any')}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </SelectField>
  )
}
