import { useTranslations } from 'next-intl'
import { DownloadButton } from '@/components/act/download-button'
import { Disclosure } from '@/components/ui/disclosure'
import { isPermitted, type Role } from '@/lib/domain/access/permission'
import { writeListQuery, type ListQuery } from '@/lib/domain/listing/list-query'
import { describeNotPermitted } from '@/lib/i18n/describe-not-permitted'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly query: ListQuery
  readonly role: Role
  /** The greatest number of payments in a file. */
  readonly maxRows: number
}

/** The list as a file, or the reason that this role may not export it. */
export function ExportMenu({ query, role, maxRows }: Props) {
  const t = useTranslations('list.export')
  const i18n = useI18n()
  const address = `/api/transactions/export?${writeListQuery({ ...query, after: null })}`
  return (
    <Disclosure label={t('title')}>
      {isPermitted(role, 'export_transactions') ? (
        <div className="grid gap-3">
          {(['csv', 'xlsx'] as const).map((format) => (
            <DownloadButton key={format} path={`${address}&format=${format}`}>
              {t(format)}
            </DownloadButton>
          ))}
          <p className="text-ink-soft text-xs text-pretty">
            {t('note', { max: maxRows, zone: i18n.formats.timeZone })}
          </p>
        </div>
      ) : (
        <p className="text-ink-soft text-sm">
          {describeNotPermitted(role, 'export_transactions', i18n)}
        </p>
      )}
    </Disclosure>
  )
}
