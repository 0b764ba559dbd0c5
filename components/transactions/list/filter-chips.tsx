import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { BOUND_DECIMALS } from '@/lib/domain/listing/amount-bound'
import type { FilterChoices } from '@/lib/domain/listing/list-filter'
import { hasSections } from '@/lib/domain/listing/list-deadlines'
import { listHref, type ListQuery } from '@/lib/domain/listing/list-query'
import { currencyExponent } from '@/lib/domain/money/currency'
import type { Formats } from '@/lib/format/formats'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { methodLabel } from '@/lib/format/methods'
import { useFormats } from '@/lib/i18n/use-i18n'

interface Chip {
  readonly name: string
  readonly without: Partial<ListQuery>
}

interface Props {
  readonly query: ListQuery
  readonly choices: FilterChoices
}

const CLEARED: Partial<ListQuery> = {
  provider: null,
  connectionId: null,
  method: null,
  currency: null,
  createdFrom: null,
  createdTo: null,
  due: null,
  dueFrom: null,
  dueTo: null,
  minTenThousandths: null,
  maxTenThousandths: null,
  heldOnly: false,
  rest: null,
  tag: null,
}

/** The filters in use besides the status; each chip leads to the list without it. */
export function FilterChips({ query, choices }: Props) {
  const t = useTranslations('list.filters')
  const chips = useChips(query, choices)
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('chosen')} className="flex flex-wrap gap-1.5">
      {chips.map(({ name, without }) => (
        <li key={name} className="max-w-full">
          <Link
            prefetch={false}
            href={listHref(query, without)}
            aria-label={t('remove', { name })}
            className="border-accent-line bg-accent-soft text-accent-ink flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium"
          >
            <span className="truncate">{name}</span>
            <Icon name="cross" className="-mr-0.5 size-3" />
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link
            prefetch={false}
            href={listHref(query, CLEARED)}
            className="text-accent-ink inline-flex h-7 items-center px-1.5 text-xs font-medium hover:underline"
          >
            {t('clear')}
          </Link>
        </li>
      )}
    </ul>
  )
}

/** Of a whole number of minor units where it is one, else with all its decimals. */
function describeBound(bound: number, currency: string | null, formats: Formats): string {
  const minor = bound / 10 ** (BOUND_DECIMALS - currencyExponent(currency ?? 'NOK'))
  if (!Number.isInteger(minor)) return formats.moneyParts(bound, 'CLF').figures
  if (currency === null) return formats.moneyParts(minor, 'NOK').figures
  return formats.money(minor, currency)
}

function useChips(query: ListQuery, choices: FilterChoices): readonly Chip[] {
  const t = useTranslations('list.filters')
  const dueName = useTranslations('expiring.due')
  const methodName = useTranslations('methods')
  const formats = useFormats()
  const { provider, connectionId, method, currency } = query
  const { createdFrom, createdTo, due, dueFrom, dueTo } = query
  const { minTenThousandths, maxTenThousandths, heldOnly, rest, tag } = query
  // Noon, because a day is the same day in every time zone of the business then.
  const day = (text: string) => formats.day(new Date(`${text}T12:00:00Z`))
  const amount = (bound: number) => describeBound(bound, currency, formats)
  const account = choices.connections.find(({ id }) => id === connectionId)?.name
  const chips: readonly (Chip | null | false | '')[] = [
    provider && { name: PROVIDER_LABELS[provider], without: { provider: null } },
    connectionId && { name: account ?? connectionId, without: { connectionId: null } },
    method && { name: methodLabel(method, methodName).name, without: { method: null } },
    currency && { name: currency, without: { currency: null } },
    createdFrom && {
      name: t('fromChip', { day: day(createdFrom) }),
      without: { createdFrom: null },
    },
    createdTo && { name: t('toChip', { day: day(createdTo) }), without: { createdTo: null } },
    // Sections have chips of their own.
    due &&
      !hasSections(query) && {
        name: t('dueChip', { due: dueName(due) }),
        without: { due: null },
      },
    dueFrom && { name: t('dueFromChip', { day: day(dueFrom) }), without: { dueFrom: null } },
    dueTo && { name: t('dueToChip', { day: day(dueTo) }), without: { dueTo: null } },
    minTenThousandths === null
      ? null
      : {
          name: t('minChip', { amount: amount(minTenThousandths) }),
          without: { minTenThousandths: null },
        },
    maxTenThousandths === null
      ? null
      : {
          name: t('maxChip', { amount: amount(maxTenThousandths) }),
          without: { maxTenThousandths: null },
        },
    heldOnly ? { name: t('held'), without: { heldOnly: false } } : null,
    rest && { name: t(`restChips.${rest}`), without: { rest: null } },
    tag && { name: t('tagChip', { tag }), without: { tag: null } },
  ]
  return chips.flatMap((chip) => chip || [])
}
