import Link from 'next/link'
import { Pill } from '@/components/ui/pill'
import type { NoticeLine } from '@/lib/domain/view/notice-line'
import { describeNotice } from '@/lib/i18n/describe-notice'
import { useI18n } from '@/lib/i18n/use-i18n'
import { MarkRead, type ReadNoticesAction } from './mark-read'

interface Props {
  readonly lines: readonly NoticeLine[]
  /** The day of the business. */
  readonly today: string
  readonly action: ReadNoticesAction
}

/** One's notices, the newest first; each leads to what it is about. */
export function NoticeList({ lines, today, action }: Props) {
  const i18n = useI18n()
  const { t, formats } = i18n
  return (
    <ul className="divide-line divide-y">
      {lines.map((line) => {
        const { text, detail, path } = describeNotice(line, i18n, today)
        const created = new Date(line.createdAt)
        return (
          <li key={line.line} className="flex items-start gap-4 px-5 py-3.5">
            <div className="grid min-w-0 flex-1 gap-0.5">
              <p className="text-ink flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
                {!line.isRead && <Pill tone="warn">{t('notices.isNew')}</Pill>}
                <Link
                  href={path}
                  prefetch={false}
                  className="font-medium text-pretty break-words underline-offset-4 hover:underline"
                >
                  {text}
                </Link>
              </p>
              <p className="text-ink-soft text-xs break-words">
                {detail === '' ? '' : `${detail} · `}
                <time dateTime={line.createdAt} title={formats.exact(created)}>
                  {formats.dateTime(created)}
                </time>
              </p>
            </div>
            {!line.isRead && <MarkRead line={line.line} name={text} action={action} />}
          </li>
        )
      })}
    </ul>
  )
}
