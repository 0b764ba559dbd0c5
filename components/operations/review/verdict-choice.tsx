import type { ReviewVerdict } from '@/lib/domain/operation/outcome'
import { useI18n } from '@/lib/i18n/use-i18n'
import { describeVerdict } from './describe-review'

interface Props {
  readonly verdict: ReviewVerdict
  readonly operation: Parameters<typeof describeVerdict>[1]
  readonly providerName: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One verdict to choose, with its meaning. */
export function VerdictChoice({ verdict, operation, providerName, isChosen, onChoose }: Props) {
  const { title, meaning } = describeVerdict(verdict, operation, providerName, useI18n())
  const meaningId = `verdict-${verdict}`
  return (
    <label className="border-line-strong hover:bg-sunken/60 has-checked:border-accent-ink has-checked:bg-accent-soft rounded-control has-focus-visible:outline-accent-ink flex cursor-pointer gap-3 border px-3 py-2.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name="verdict"
        value={verdict}
        checked={isChosen}
        onChange={onChoose}
        aria-labelledby={`${meaningId}-title`}
        aria-describedby={meaningId}
        className="accent-accent mt-0.5 size-4 shrink-0 outline-none"
      />
      <span className="grid gap-0.5 text-sm">
        <span id={`${meaningId}-title`} className="text-ink font-medium">
          {title}
        </span>
        <span id={meaningId} className="text-ink-soft text-pretty">
          {meaning}
        </span>
      </span>
    </label>
  )
}
