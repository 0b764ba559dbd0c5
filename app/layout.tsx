import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { THEME_COOKIE, themeOf } from '@/components/ui/theme'
import './globals.css'

const text = localFont({
  src: './fonts/geist-latin.woff2',
  weight: '100 900',
  variable: '--font-text',
  display: 'swap',
})

export const metadata: Metadata = {
  title: 'Paydesk',
  description: 'Capture, refund and void authorized payments.',
  icons: { icon: '/mark.svg' },
  robots: { index: false, follow: false },
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
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      className={`${text.variable} font-sans`}
    >
      <body className="min-h-dvh">{children}</body>
    </html>
  )
}
