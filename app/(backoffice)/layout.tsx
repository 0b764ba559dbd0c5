import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { signOut } from '@/app/(auth)/actions'
import { RoleProvider } from '@/components/access/shared/role'
import { SignOutButton } from '@/components/access/sign-out-button'
import { CommandProvider } from '@/components/shell/commands/command-provider'
import { EARLY_KEYS_SCRIPT } from '@/components/shell/commands/early-keys-script'
import { areShortcutsOn, SHORTCUTS_COOKIE } from '@/components/shell/commands/shortcuts'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { LiveShell } from '@/components/shell/live-shell'
import { pagesFor } from '@/components/shell/pages'
import { TopBar } from '@/components/shell/top-bar'
import { THEME_COOKIE, themeOf } from '@/components/ui/theme'
import { ThemeSwitch } from '@/components/ui/theme-switch'
import { database } from '@/db/client'
import { readOpenOperationsNow } from '@/db/queries/operations/read-open-operations-now'
import { requireActor } from '@/lib/access/read-session'

export default async function BackofficeLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireActor()
  const t = await getTranslations('shell')
  const jar = await cookies()
  const theme = themeOf(jar.get(THEME_COOKIE)?.value)
  const pages = pagesFor(actor.role)
  const { inReview } = await readOpenOperationsNow(database(), actor.scope)
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  return (
    <RoleProvider role={actor.role} personId={actor.userId}>
      <CommandProvider shortcutsOn={areShortcutsOn(jar.get(SHORTCUTS_COOKIE)?.value)} pages={pages}>
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
        <LiveShell inReview={inReview}>
          <TopBar
            actor={actor}
            pages={pages}
            languageSwitch={<LanguageSwitch />}
            themeSwitch={<ThemeSwitch initial={theme} />}
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
    </RoleProvider>
  )
}
