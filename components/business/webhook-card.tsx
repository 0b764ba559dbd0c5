'use client'

import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { NoticeWebhookInput } from '@/lib/domain/access/notice-inputs'
import { NOTICE_KINDS, WEBHOOK_SHAPES, type NoticeWebhook } from '@/lib/domain/notice/notice'
import { useI18n } from '@/lib/i18n/use-i18n'
import { SettingForm, type SettingAction, type ShownSetting } from './setting-form'
import { TickList } from './tick-list'

/** The webhook without its address, which is never shown again. */
export type ShownWebhook = Pick<NoticeWebhook, 'host' | 'shape' | 'kinds'>

interface Props {
  readonly setting: ShownSetting<ShownWebhook | null>
  readonly action: SettingAction<NoticeWebhookInput>
}

/** Where the business has notices sent, in which shape, and of which kinds. */
export function WebhookCard({ setting: { value, changedAt }, action }: Props) {
  const { t } = useI18n()
  const shapeName = (shape: (typeof WEBHOOK_SHAPES)[number]) =>
    t(`noticeWebhook.card.shapes.${shape}`)
  return (
    <SettingForm
      id="notice-webhook"
      title={t('noticeWebhook.card.title')}
      meaning={t('noticeWebhook.card.meaning')}
      stored={{ url: '', shape: value?.shape ?? 'plain', kinds: value?.kinds ?? [] }}
      changedAt={changedAt}
      inWords={
        value === null
          ? t('noticeWebhook.card.none')
          : t('noticeWebhook.card.inWords', { host: value.host, shape: shapeName(value.shape) })
      }
      action={action}
      inputOf={({ url, shape, kinds }, seenAt) => ({ url, shape, kinds, seenAt })}
    >
      {({ entry, change, errorOf }) => (
        <>
          <Field
            label={t('noticeWebhook.card.url')}
            name="url"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={entry.url}
            hint={
              value === null
                ? t('noticeWebhook.card.urlHint')
                : t('noticeWebhook.card.urlKept', { host: value.host })
            }
            error={errorOf('url') ? t('noticeWebhook.card.urlMalformed') : null}
            onChange={(event) => change(Object.assign({}, entry, { url: event.target.value }))}
          />
          <SelectField
            label={t('noticeWebhook.card.shape')}
            value={entry.shape}
            onChange={({ target }) => {
              const shape = WEBHOOK_SHAPES.find((one) => one === target.value) ?? entry.shape
              change(Object.assign({}, entry, { shape }))
            }}
          >
            {WEBHOOK_SHAPES.map((shape) => (
              <option key={shape} value={shape}>
                {shapeName(shape)}
              </option>
            ))}
          </SelectField>
          <TickList
            legend={t('noticeWebhook.card.kinds')}
            name="kinds"
            choices={NOTICE_KINDS.map((kind) => ({
              value: kind,
              label: t(`notices.kinds.${kind}`),
            }))}
            ticked={entry.kinds}
            onChange={(kinds) => change(Object.assign({}, entry, { kinds }))}
          />
          <p className="text-ink-soft">{t('noticeWebhook.card.off')}</p>
        </>
      )}
    </SettingForm>
  )
}
