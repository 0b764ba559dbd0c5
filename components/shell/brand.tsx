import type { BusinessLogo } from '@/lib/domain/access/organization-settings'
import { Logo } from './mark'
import { OwnLogo } from './shared/own-logo'

interface Props {
  /** Null for that of the product. */
  readonly name: string | null
  /** Null for the mark of the product. */
  readonly logo: BusinessLogo | null
}

/** Logo and name in the header: those of the business, else ours. */
export function Brand({ name, logo }: Props) {
  const shown = name ?? 'Paydesk'
  return (
    <>
      {logo === null ? <Logo /> : <OwnLogo logo={logo} />}
      <span title={name ?? undefined} className="max-w-56 truncate max-sm:sr-only print:max-w-none">
        {shown}
      </span>
    </>
  )
}
