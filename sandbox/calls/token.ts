import { createHmac, timingSafeEqual } from 'node:crypto'

const HEADER = encode({ alg: 'HS256', typ: 'JWT' })

/** A signed token. Clients should treat it as opaque. */
export function signToken(claims: object, secret: string): string {
  const content = `${HEADER}.${encode(claims)}`
  return `${content}.${signature(content, secret)}`
}

/** The claims of a token that this ledger has signed, otherwise null. Does not check its expiry. */
export function readToken(token: string, secret: string): unknown {
  const end = token.lastIndexOf('.')
  const content = token.slice(0, end)
  const given = Buffer.from(token.slice(end + 1))
  const expected = Buffer.from(signature(content, secret))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const claims = Buffer.from(content.slice(content.indexOf('.') + 1), 'base64url').toString()
  return JSON.parse(claims)
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function signature(content: string, secret: string): string {
  return createHmac('sha256', secret).update(content).digest('base64url')
}
