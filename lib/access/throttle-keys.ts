import { createHmac } from 'node:crypto'

/**
 * The key under which an account's failed sign-ins from unknown devices are counted; holds no
 * personal data.
 */
export function accountKey(email: string, secret: string): string {
  return hashed(`account:${email}`, secret)
}

/** The key under which an address's failed sign-ins are counted; holds no personal data. */
export function addressKey(address: string, secret: string): string {
  return hashed(`address:${address}`, secret)
}

/** The key under which the sign-ins by passkey are counted that an address begins. */
export function passkeyStartKey(address: string, secret: string): string {
  return hashed(`passkey-start:${address}`, secret)
}

/** The key under which the steps of sign-ins at the identity provider are counted, by address. */
export function providerStepKey(address: string, secret: string): string {
  return hashed(`provider-step:${address}`, secret)
}

/** The key under which an account's failed sign-ins from one address are counted. */
export function pairKey(email: string, address: string, secret: string): string {
  return hashed(`pair:${address} ${email}`, secret)
}

/** The key under which an account's failed sign-ins with one known device are counted. */
export function deviceKey(email: string, tokenHash: string, secret: string): string {
  return hashed(`device:${tokenHash} ${email}`, secret)
}

/**
 * The key under which wrong passwords in changing one's own are counted. Not that of signing in: who
 * fails there must not keep the person from a new password.
 */
export function ownPasswordKey(userId: string, secret: string): string {
  return hashed(`own-password:${userId}`, secret)
}

/**
 * The key under which wrong codes of a second factor are counted. Not that of signing in: the right
 * password, which comes first, must not clear this count.
 */
export function codeKey(userId: string, secret: string): string {
  return hashed(`code:${userId}`, secret)
}

/** The key under which it is counted how often a person does what has a rate. */
export function rateKey(rate: string, userId: string, secret: string): string {
  return hashed(`rate:${rate} ${userId}`, secret)
}

/** The keys under which tries against a person's account are counted, from wherever they come. */
export function keysOfPerson(
  { id, email }: { readonly id: string; readonly email: string },
  secret: string,
): readonly string[] {
  return [accountKey(email, secret), ownPasswordKey(id, secret), codeKey(id, secret)]
}

function hashed(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}
