'use client'

import { useTranslations } from 'next-intl'
import { useDenial } from '@/components/access/shared/role'
import { Icon } from '@/components/ui/icon'
import { useTag, type TagAction } from './use-tag'

interface Props {
  readonly transactionId: string
  readonly tag: string
  readonly action: TagAction
}

/** Takes one tag off; nothing for whoever may not tag payments. */
export default function Untag({ transactionId, tag, action }: Props) {
  const t = useTranslations('tags')
  const denial = useDenial('tag_payment')
  const { isPending, problem, send } = useTag(action)
  if (denial !== null) return null
  return (
    <>
      <button
        type="button"
        aria-label={t('remove', { tag })}
        aria-disabled={isPending || undefined}
        onClick={() => void send({ transactionId, tag })}
        className="text-ink-soft hover:text-ink -mr-2 inline-flex size-7 items-center justify-center rounded-full"
      >
        <Icon name="cross" className="size-3" />
      </button>
      <span role="alert" className="text-bad-ink empty:hidden">
        {problem}
      </span>
    </>
  )
}
