import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditReport } from '@/lib/domain/view/audit-report'

interface Props {
  readonly entry: NonNullable<AuditReport['firstBad']>
}

/** The first entry that does not fit, with its details for an investigation. */
export function BadEntry({ entry: { chainId, sequence, problem, payment, personName } }: Props) {
  const t = useTranslations('audit')
  const common = {
    sequence: String(sequence),
    problem: t(`problems.${problem}`),
    strong: (text: ReactNode) => <strong className="font-semibold">{text}</strong>,
    link: (text: ReactNode) => (
      <Link href={`/transactions/${payment?.id ?? ''}`} className="underline underline-offset-2">
        {text}
      </Link>
    ),
  }
  return (
    <div className="text-ink mt-1 grid gap-1">
      <p>
        {payment === null &&
          (personName === null
            ? t.rich('badEntry.inChain', { ...common, chain: chainId })
            : t.rich('badEntry.inPersonsChain', { ...common, name: personName }))}
        {payment !== null &&
          (payment.orderReference === null
            ? t.rich('badEntry.inPayment', common)
            : t.rich('badEntry.inOrder', { ...common, reference: payment.orderReference }))}
      </p>
      {(payment !== null || personName !== null) && (
        <p className="text-ink-soft text-xs break-all">{t('badEntry.chain', { chain: chainId })}</p>
      )}
      <p className="text-ink-soft text-pretty">{t('badEntry.meaning')}</p>
    </div>
  )
}
