import { useTranslations } from 'next-intl'
import { Moment } from '@/components/transactions/shared/moment'
import { Card } from '@/components/ui/card'
import { useFormats } from '@/lib/i18n/use-i18n'
import type { TimelineStep } from './timeline-steps'

/** The timeline of the operation so far, step by step. */
export function TimelineCard({ steps }: { readonly steps: readonly TimelineStep[] }) {
  const t = useTranslations('operationDetail.steps')
  return (
    <Card id="timeline" title={t('heading')}>
      <ol className="px-5 pb-5 text-sm">
        {steps.map((step) => (
          <li
            key={step.key}
            className="before:bg-line relative pb-5 pl-5.5 before:absolute before:top-2.5 before:-bottom-2.5 before:left-0 before:w-0.5 last:pb-0 last:before:hidden"
          >
            <span
              aria-hidden="true"
              className="border-surface bg-ink-faint absolute top-1 -left-[5px] size-3 rounded-full border-2"
            />
            <Step step={step} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Step({ step: { at, title, note, quote } }: { readonly step: TimelineStep }) {
  const formats = useFormats()
  return (
    <div className="grid gap-0.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-ink font-medium">{title}</span>
        {at !== null && (
          <Moment at={at} className="text-ink-faint text-xs whitespace-nowrap">
            {`${formats.day(at)}, ${formats.clock(at)}`}
          </Moment>
        )}
      </div>
      {note !== null && <p className="text-ink-soft text-pretty">{note}</p>}
      {quote !== null && (
        <p className="border-line-strong text-ink mt-1 border-l-2 pl-3 break-words whitespace-pre-line">
          {quote}
        </p>
      )}
    </div>
  )
}
