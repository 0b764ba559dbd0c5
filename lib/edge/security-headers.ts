import { createHash, randomBytes } from 'node:crypto'

/**
 * Browser features that neither the application uses nor anything that is written into its pages.
 */
const UNUSED_FEATURES = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen'],
  ...['geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment'],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]

/** React hides with this attribute parts of a drawing that it still has to put in their place. */
const HIDDEN = `'sha256-${createHash('sha256').update('display:none').digest('base64')}'`

/** Two years: what browsers ask of sites that are always https. */
const HSTS = 'max-age=63072000; includeSubDomains'

/**
 * Security headers of every answer, besides the policy of its page. `same-origin` referrers, because
 * without any a browser sends `Origin: null` along with a form.
 */
export function fixedHeaders(
  isHttps: boolean,
): readonly (readonly [name: string, value: string])[] {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
    ...(isHttps ? [['Strict-Transport-Security', HSTS] as const] : []),
  ]
}

/** A fresh nonce: 128 random bits in base64. */
export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/**
 * The Content Security Policy of an answer. Only scripts and style elements with its nonce count,
 * and what such a script loads; everything else comes from our own origin. One style attribute is
 * allowed, word for word. The development server
 * evaluates scripts and writes styles into the page.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    ...(isDevelopment
      ? ["style-src 'self' 'unsafe-inline'"]
      : [`style-src 'self' 'nonce-${nonce}'`, `style-src-attr 'unsafe-hashes' ${HIDDEN}`]),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
