import type { IconName } from '@/components/ui/icon'
import type { PillTone } from '@/components/ui/pill'
import type { BatchState, RowVerdict } from '@/lib/domain/batch/batch'
import type { RowOutcome } from '@/lib/domain/batch/row-outcome'

interface Look {
  readonly tone: PillTone
  readonly icon: IconName
}

export const BATCH_STATE_LOOKS: Readonly<Record<BatchState, Look>> = {
  rehearsed: { tone: 'neutral', icon: 'note' },
  running: { tone: 'info', icon: 'arrow-right' },
  paused: { tone: 'warn', icon: 'clock' },
  stopped: { tone: 'bad', icon: 'warning' },
  ended: { tone: 'good', icon: 'check' },
  discarded: { tone: 'neutral', icon: 'cross' },
}

export const VERDICT_LOOKS: Readonly<Record<RowVerdict, Look>> = {
  will_do: { tone: 'accent', icon: 'arrow-right' },
  already_done: { tone: 'good', icon: 'check' },
  not_allowed: { tone: 'bad', icon: 'cross' },
  needs_eye: { tone: 'warn', icon: 'warning' },
  not_found: { tone: 'bad', icon: 'question' },
  twice: { tone: 'neutral', icon: 'copy' },
}

export const OUTCOME_LOOKS: Readonly<Record<RowOutcome, Look>> = {
  done: { tone: 'good', icon: 'check' },
  refused: { tone: 'bad', icon: 'cross' },
  not_done: { tone: 'warn', icon: 'undo' },
  open: { tone: 'info', icon: 'clock' },
  waiting: { tone: 'neutral', icon: 'clock' },
  withdrawn: { tone: 'neutral', icon: 'undo' },
  excluded: { tone: 'neutral', icon: 'minus' },
}
