import { useTranslations } from 'next-intl'
import { Pill } from '@/components/ui/pill'
import type { BatchState } from '@/lib/domain/batch/batch'
import { BATCH_STATE_LOOKS } from './batch-looks'

/** The state of a batch as colour, icon and words. */
export function BatchStatePill({ state }: { readonly state: BatchState }) {
  const t = useTranslations('batches.states')
  return <Pill {...BATCH_STATE_LOOKS[state]}>{t(state)}</Pill>
}
