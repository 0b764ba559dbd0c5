import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import type { MethodKind } from '@/lib/domain/provider/method-rules'
import type { Provider } from '@/lib/domain/provider/provider'
import { methodLabel, type MethodLabel } from '@/lib/format/methods'
import type { Texts } from '@/lib/i18n/i18n'

/** The icon of a kind of payment method. */
export const METHOD_ICONS: Readonly<Record<MethodKind, IconName>> = {
  card: 'card',
  wallet: 'phone',
  invoice: 'invoice',
  bank: 'bank',
  terminal: 'card',
  other: 'question',
}

interface Props {
  readonly method: string
  /** The provider whose name is shown beside it. */
  readonly provider: Provider
}

/** A payment method as icon and words. */
export function Method({ method, provider }: Props) {
  const { name, kind } = methodLabel(method, useTranslations('methods'), provider)
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Icon name={METHOD_ICONS[kind]} className="text-ink-faint" />
      <span>{name}</span>
    </span>
  )
}

/**
 * A payment method in the reader's language; with `provider`, as shown beside the provider's name.
 */
export function methodOf(method: string, t: Texts, provider?: Provider): MethodLabel {
  return methodLabel(method, (code) => t(`methods.${code}`), provider)
}
