import { useTranslations } from 'next-intl'
import type { BusinessLogo } from '@/lib/domain/access/organization-settings'

interface Props {
  readonly logo: BusinessLogo
  /** By itself; else in the header, beside the name. */
  readonly isLarge?: boolean
}

/** The logo of the business, on white in every theme: most logos are drawn for paper. */
export function OwnLogo({ logo: { hash, widthPx, heightPx }, isLarge = false }: Props) {
  const t = useTranslations('business.logo')
  const bounds = isLarge ? 'max-h-24 max-w-full border border-line' : 'max-h-8 max-w-20 sm:max-w-28'
  return (
    <img
      src={`/api/business/logo/${hash}`}
      alt={isLarge ? t('current') : ''}
      width={widthPx}
      height={heightPx}
      className={`${bounds} rounded-control h-auto w-auto shrink-0 bg-white object-contain p-0.5`}
    />
  )
}
