import Link from 'next/link'
import type { BatchKind, RowFinding } from '@/lib/domain/batch/batch'
import { describeFinding } from '@/lib/i18n/describe-batch'
import { useI18n } from '@/lib/i18n/use-i18n'
import { batchHref } from './batch-address'

interface Props {
  readonly found: RowFinding
  readonly kind: BatchKind
}

/** A finding in words, with the way to the batch that it is about. */
export function FindingText({ found, kind }: Props) {
  const i18n = useI18n()
  if (found.code !== 'done_in_batch') return describeFinding(found, kind, i18n)
  return i18n.t.rich('batchRehearsal.findings.done_in_batch', {
    at: i18n.formats.dateTime(new Date(found.at)),
    batch: (text) => (
      <Link
        href={batchHref(found.batchId)}
        prefetch={false}
        className="relative z-10 underline underline-offset-2"
      >
        {text}
      </Link>
    ),
  })
}
