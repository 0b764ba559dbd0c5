import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { DownloadButton } from '@/components/act/download-button'
import { Button } from '@/components/ui/button'
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
  if (!isPermitted(role, 'export_transactions')) {
    return (
      <NoExport title={t('title')} why={describeNotPermitted(role, 'export_transactions', i18n)} />
    )
  }
  const address = `/api/transactions/export?${writeListQuery({ ...query, after: null })}`
  return (
    <Disclosure label={t('title')}>
      <div className="grid gap-3">
        {(['xlsx', 'csv_semicolon', 'csv'] as const).map((format) => (
          <div key={format} className="grid gap-1">
            <DownloadButton path={`${address}&format=${format}`}>{t(format)}</DownloadButton>
            <p className="text-ink-soft text-xs text-pretty">{t(`${format}For`)}</p>
          </div>
        ))}
        <p className="text-ink-soft text-xs text-pretty">
          {t('note', { max: maxRows, zone: i18n.formats.timeZone })}
        </p>
      </div>
    </Disclosure>
  )
}

/** The reason is there before the click: on hover, and below the button where nothing hovers. */
function NoExport({ title, why }: { readonly title: string; readonly why: string }) {
  const id = useId()
  return (
    <>
      <Button size="small" aria-disabled aria-describedby={id} title={why}>
        {title}
      </Button>
      <p id={id} className="text-ink-soft basis-full text-xs text-pretty lg:sr-only">
        {why}
      </p>
    </>
  )
}
