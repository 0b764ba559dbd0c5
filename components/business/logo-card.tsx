'use client'

import { useTranslations } from 'next-intl'
import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { OwnLogo } from '@/components/shell/shared/own-logo'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import type { BusinessLogoInput } from '@/lib/domain/access/business-inputs'
import type { BusinessLogo } from '@/lib/domain/access/organization-settings'
import type { Failure } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { SettingAction, ShownSetting } from './setting-form'

interface Props {
  readonly setting: ShownSetting<BusinessLogo | null>
  readonly limits: { readonly kilobytes: number; readonly px: number }
  readonly action: SettingAction<BusinessLogoInput>
}

/** The logo, setting another one, and taking it away. A file that was refused stays chosen. */
export function LogoCard({ setting: { value: logo, changedAt }, limits, action }: Props) {
  const { t } = useI18n()
  const [file, setFile] = useState<File | null>(null)
  /** When the logo was last changed, as the person saw it while choosing. */
  const [seenAt, setSeenAt] = useState<string | null | undefined>(undefined)
  const [isMissing, setMissing] = useState(false)
  const [tooLarge, setTooLarge] = useState<Failure | null>(null)
  const { isPending, value, failure, act } = usePersonAct(action)
  const { form, errorOf, ofNoField } = useRefusedFields(
    tooLarge ?? failure,
    isMissing ? 'logo' : null,
  )

  async function send(chosen: string | null) {
    const result = await act({ file: chosen, seenAt: seenAt === undefined ? changedAt : seenAt })
    if (result === null) return
    setSeenAt(undefined)
    if (result.ok) {
      form.current?.reset()
      setFile(null)
    }
  }

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    setMissing(file === null)
    const isTooLarge = file !== null && file.size > limits.kilobytes * 1024
    setTooLarge(isTooLarge ? tooLargeFailure(limits) : null)
    if (file !== null && !isTooLarge) await send(await base64Of(file))
  }

  return (
    <Card id="business-logo" title={t('business.logo.title')}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid gap-4 px-5 pb-5 text-sm"
      >
        <p className="text-ink-soft text-pretty">{t('business.logo.meaning', limits)}</p>
        <LogoNow logo={logo} />
        <Field
          label={t('business.logo.label')}
          name="logo"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null)
            setSeenAt(changedAt)
            setMissing(false)
            setTooLarge(null)
          }}
          error={
            isMissing ? <span role="alert">{t('business.logo.choose')}</span> : errorOf('logo')
          }
          className="max-w-sm [&_input]:py-2"
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={isPending}>
            {t(isPending ? 'business.pending' : 'business.logo.submit')}
          </Button>
          {logo !== null && (
            <Button tone="quiet" busy={isPending} onClick={() => void send(null)}>
              {t('business.logo.remove')}
            </Button>
          )}
        </div>
        <ActResult
          done={
            value === null ? null : t(value.isChanged ? 'business.logo.set' : 'business.unchanged')
          }
          failure={ofNoField}
        />
      </form>
    </Card>
  )
}

function LogoNow({ logo }: { readonly logo: BusinessLogo | null }) {
  const t = useTranslations('business.logo')
  if (logo === null) return <p>{t('none')}</p>
  return (
    <div className="grid justify-items-start gap-1.5">
      <OwnLogo logo={logo} isLarge />
      <span className="text-ink-soft">
        {t('size', { width: logo.widthPx, height: logo.heightPx })}
      </span>
    </div>
  )
}

function tooLargeFailure({ kilobytes, px }: Props['limits']): Failure {
  const values = { problem: 'too_large', maxKilobytes: kilobytes, maxPx: px } as const
  return { code: 'logo_refused', field: 'logo', values }
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
