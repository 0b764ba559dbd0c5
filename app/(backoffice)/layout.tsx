import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { signOut } from '@/app/(auth)/actions'
import { RoleProvider } from '@/components/access/shared/role'
import { BusinessProvider } from '@/components/business/shared/business-provider'
import { SignOutButton } from '@/components/access/sign-out-button'
import { CommandProvider } from '@/components/shell/commands/command-provider'
import { EARLY_KEYS_SCRIPT } from '@/components/shell/commands/early-keys-script'
import { areShortcutsOn, SHORTCUTS_COOKIE } from '@/components/shell/commands/shortcuts'
import { LiveShell } from '@/components/shell/live-shell'
import { pagesFor, settingsPagesFor } from '@/components/shell/pages'
import { SettingSwitches } from '@/components/shell/setting-switches'
import { Brand } from '@/components/shell/brand'
import { TopBar } from '@/components/shell/top-bar'
import { database } from '@/db/client'
import { countUnreadNotices } from '@/db/queries/notice/read-notices'
import { readOpenOperationsNow } from '@/db/queries/operations/read-open-operations-now'
import { readTheme, requireActor } from '@/lib/access/read-session'
import { readBusiness } from '@/lib/business/read-business'
import { offeredReasons } from '@/lib/domain/operation/reasons'
import { changeSettings } from './account/actions'

export default async function BackofficeLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireActor()
  const t = await getTranslations('shell')
  const jar = await cookies()
  const pages = pagesFor(actor.role)
  const [{ inReview }, unreadNotices, business] = await Promise.all([
    readOpenOperationsNow(database(), actor.scope),
    countUnreadNotices(database(), actor),
    readBusiness(),
  ])
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return (
    <RoleProvider role={actor.role} personId={actor.userId}>
      <BusinessProvider
        languages={business.languages}
        refundReasons={offeredReasons(business.refund_reasons)}
        voidReasons={offeredReasons(business.void_reasons)}
      >
        <CommandProvider
          shortcutsOn={areShortcutsOn(jar.get(SHORTCUTS_COOKIE)?.value)}
          pages={[...pages, ...settingsPagesFor(actor.role)]}
        >
          <script
            nonce={nonce}
            // Browsers hide a nonce from scripts, also from React.
            suppressHydrationWarning
            dangerouslySetInnerHTML={{ __html: EARLY_KEYS_SCRIPT }}
          />
          <a
            href="#content"
            className="bg-accent text-on-accent rounded-control sr-only z-50 text-sm font-medium focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
          >
            {t('skip')}
          </a>
          <LiveShell counts={{ inReview, unreadNotices }}>
            <TopBar
              actor={actor}
              brand={<Brand name={business.business_name} logo={business.business_logo} />}
              pages={pages}
              switches={<SettingSwitches theme={await readTheme()} action={changeSettings} />}
              signOut={<SignOutButton action={signOut} />}
            />
          </LiveShell>
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto max-w-[85rem] px-4 pb-20 outline-none sm:px-6"
          >
            {children}
          </main>
        </CommandProvider>
      </BusinessProvider>
    </RoleProvider>
  )
}
