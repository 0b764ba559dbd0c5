'use client'

import { useState } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import type { NoticeChoiceInput } from '@/lib/domain/access/notice-inputs'
import type { Result } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly choices: readonly NoticeChoiceInput[]
  /** False where there is no mail server. */
  readonly canMail: boolean
  readonly action: (input: NoticeChoiceInput) => Promise<Result<null>>
}

/** How each kind of notice reaches oneself; each tick is stored at once. */
export function NoticeChoicesCard({ choices, canMail, action }: Props) {
  const { t } = useI18n()
  const [ticked, setTicked] = useState<NoticeChoiceInput | null>(null)
  const [isSaved, setSaved] = useState(false)
  const { isPending, failure, act } = usePersonAct(action)

  async function choose(next: NoticeChoiceInput) {
    if (isPending) return
    setTicked(next)
    setSaved(false)
    const result = await act(next)
    setSaved(result?.ok === true)
    setTicked(null)
  }

  return (
    <Card id="notices" title={t('noticeChoices.title')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        <p className="text-ink-soft text-pretty">{t('noticeChoices.meaning')}</p>
        {!canMail && <p className="text-ink-soft text-pretty">{t('noticeChoices.noMail')}</p>}
        <table className="w-full text-left">
          <thead>
            <tr className="text-ink-soft text-xs">
              <th scope="col" className="pb-2 font-medium">
                {t('noticeChoices.kind')}
              </th>
              <th scope="col" className="w-20 pb-2 text-center font-medium">
                {t('noticeChoices.bell')}
              </th>
              <th scope="col" className="w-20 pb-2 text-center font-medium">
                {t('noticeChoices.mail')}
              </th>
            </tr>
          </thead>
          <tbody>
            {choices.map((stored) => (
              <KindRow
                key={stored.kind}
                choice={ticked?.kind === stored.kind ? ticked : stored}
                canMail={canMail}
                onChange={(next) => void choose(next)}
              />
            ))}
          </tbody>
        </table>
        <ActResult done={isSaved ? t('noticeChoices.saved') : null} failure={failure} />
      </div>
    </Card>
  )
}

interface RowProps {
  readonly choice: NoticeChoiceInput
  readonly canMail: boolean
  readonly onChange: (choice: NoticeChoiceInput) => void
}

function KindRow({ choice: { kind, bell, mail }, canMail, onChange }: RowProps) {
  const { t } = useI18n()
  const name = { kind: t(`notices.kinds.${kind}`) }
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="py-2.5 pr-4 font-normal">
        <span className="text-ink block font-medium">{name.kind}</span>
        <span className="text-ink-soft block text-pretty">
          {t(`noticeChoices.meanings.${kind}`)}
        </span>
      </th>
      <td className="py-2.5 text-center">
        <Checkbox
          aria-label={t('noticeChoices.bellNamed', name)}
          checked={bell}
          onChange={(event) => onChange({ kind, bell: event.target.checked, mail })}
        />
      </td>
      <td className="py-2.5 text-center">
        <Checkbox
          aria-label={t('noticeChoices.mailNamed', name)}
          checked={mail && canMail}
          disabled={!canMail}
          onChange={(event) => onChange({ kind, bell, mail: event.target.checked })}
        />
      </td>
    </tr>
  )
}
