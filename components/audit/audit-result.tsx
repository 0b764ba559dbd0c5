import { DownloadButton } from '@/components/act/download-button'
import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import type { AuditReport } from '@/lib/domain/view/audit-report'
import { useI18n } from '@/lib/i18n/use-i18n'
import { BadEntry } from './bad-entry'

/** The result of a verification: every entry fits, or the first entry that does not. */
export function AuditResult({ report }: { readonly report: AuditReport }) {
  const { t, formats } = useI18n('audit')
  const { firstBad, entries, chains, digest, verifiedAt } = report
  const isIntact = firstBad === null
  return (
    <section
      aria-labelledby="audit-result"
      className={cn(
        'rounded-card shadow-card enter relative overflow-hidden border py-4 pr-5 pl-6 text-sm',
        isIntact ? 'border-good-line bg-good-soft' : 'border-bad-line bg-bad-soft',
      )}
    >
      <span
        aria-hidden="true"
        className={cn('absolute inset-y-0 left-0 w-1.5', isIntact ? 'bg-good' : 'bg-bad')}
      />
      <h2
        id="audit-result"
        className={cn(
          'flex items-center gap-2 text-base font-semibold',
          isIntact ? 'text-good-ink' : 'text-bad-ink',
        )}
      >
        <Icon name={isIntact ? 'check' : 'warning'} />
        {t(isIntact ? 'fits' : 'broken')}
      </h2>
      {firstBad !== null && <BadEntry entry={firstBad} />}
      <dl className="[&_dt]:text-ink-soft [&_dd]:text-ink mt-3 flex flex-wrap gap-x-10 gap-y-3 [&_dd]:font-medium [&_dt]:text-xs">
        <div>
          <dt>{t('entries')}</dt>
          <dd>{formats.count(entries)}</dd>
        </div>
        <div>
          <dt>{t('chains')}</dt>
          <dd>{formats.count(chains)}</dd>
        </div>
        <div>
          <dt>{t('verified')}</dt>
          <dd>{formats.exact(verifiedAt)}</dd>
        </div>
        <div className="w-full">
          <dt>{t('digest')}</dt>
          <dd className="flex items-center gap-1">
            <span className="text-xs break-all">{digest}</span>
            <CopyButton text={digest} what={t('digestName')} />
          </dd>
        </div>
      </dl>
      {isIntact && (
        <div className="border-good-line mt-4 grid justify-items-start gap-3 border-t pt-4">
          <p className="text-ink-soft text-pretty">{t('keepHeads')}</p>
          <DownloadButton path="/api/audit/heads" size="small">
            {t('download')}
          </DownloadButton>
        </div>
      )}
    </section>
  )
}
