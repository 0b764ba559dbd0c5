import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { TextsProvider } from '@/components/shell/texts-provider'
import { readTheme } from '@/lib/access/read-session'
import { readBusiness } from '@/lib/business/read-business'
import { ownReasonTexts } from '@/lib/i18n/reason-texts'
import { textsPath } from '@/lib/i18n/texts-file'
import './globals.css'

const text = localFont({
  src: './fonts/geist-latin.woff2',
  weight: '100 900',
  variable: '--font-text',
  display: 'swap',
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: 'Paydesk',
    description: t('description'),
    icons: { icon: '/mark.svg' },
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1015' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = await readTheme()
  const locale = await getLocale()
  const path = textsPath(locale)
  preload(path, { as: 'fetch', crossOrigin: 'anonymous' })
  return (
    <html
      lang={locale}
      data-theme={theme === 'system' ? undefined : theme}
      className={`${text.variable} font-sans`}
    >
      <body className="min-h-dvh">
        <TextsProvider
          locale={locale}
          timeZone={await getTimeZone()}
          path={path}
          reasons={ownReasonTexts(await readBusiness())}
        >
          {children}
        </TextsProvider>
      </body>
    </html>
  )
}
