import { createHmac } from 'node:crypto'

/** The key under which an account's failed sign-ins are counted; holds no personal data. */
export function accountKey(email: string, secret: string): string {
  return hashed(`account:${email}`, secret)
}

/** The key under which an address's failed sign-ins are counted; holds no personal data. */
export function addressKey(address: string, secret: string): string {
  return hashed(`address:${address}`, secret)
}

function hashed(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}
