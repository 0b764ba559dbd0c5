import type { ReactNode } from 'react'
import { settingsPagesFor } from '@/components/shell/pages'
import { SettingsNav } from '@/components/shell/settings-nav'
import { requireActor } from '@/lib/access/read-session'

/** The navigation of the settings, above each of their pages. */
export default async function SettingsLayout({ children }: { readonly children: ReactNode }) {
  const { role } = await requireActor()
  return (
    <>
      <SettingsNav pages={settingsPagesFor(role)} />
      {children}
    </>
  )
}
