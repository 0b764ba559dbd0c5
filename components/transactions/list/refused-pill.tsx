import { useTranslations } from 'next-intl'
import { Pill } from '@/components/ui/pill'
import type { OperationKind } from '@/lib/domain/operation/operation'

/** Says what the provider refused lately. */
export function RefusedPill({ kind }: { readonly kind: OperationKind }) {
  const t = useTranslations()
  return (
    <Pill tone="bad" icon="cross">
      {t('transactions.row.refused', { what: t(`operationKinds.${kind}`) })}
    </Pill>
  )
}
