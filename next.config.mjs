import createNextIntlPlugin from 'next-intl/plugin'

// Whatever starts Next: it reads this file before it would report anything.
process.env.NEXT_TELEMETRY_DISABLED = '1'

const withMessages = createNextIntlPlugin('./lib/i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run build:standalone` sets it: the build then has all that it needs to run in one folder.
  output: process.env.PAYDESK_STANDALONE === '1' ? 'standalone' : undefined,
  // Else Next takes a folder above this one for it where that has a lock file.
  outputFileTracingRoot: import.meta.dirname,
  // What would make pictures smaller is no part of it.
  outputFileTracingExcludes: { '*': ['node_modules/sharp/**', 'node_modules/@img/**'] },
  // The same for all builds of the same sources (`npm run build`): their instances share their pages.
  generateBuildId: () => process.env.PAYDESK_BUILD_ID ?? null,
  // Texts come compiled (`lib/i18n/catalogue.ts`): no page loads what reads their notation.
  turbopack: {
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  // There is no image optimizer: no picture here needs one.
  images: { unoptimized: true },
  // A page has its title from its first byte on: one that is streamed in is missing for a moment.
  htmlLimitedBots: /.*/,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'nodemailer', 'postgres', 'pino', 'prom-client'],
}

export default withMessages(config)
