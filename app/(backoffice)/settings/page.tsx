import { redirect } from 'next/navigation'
import { settingsPagesFor } from '@/components/shell/pages'
import { requireActor } from '@/lib/access/read-session'

/** Leads to the first page of the settings; who may see none of them learns there who may. */
export default async function SettingsPage() {
  const { role } = await requireActor()
  redirect(settingsPagesFor(role)[0]?.href ?? '/settings/people')
}
