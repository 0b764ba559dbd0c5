import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { MadePasskey, SignedChallenge } from '@/lib/domain/access/passkey'

/** What a server asks for, as far as it matters here. */
interface CreationRequest {
  readonly challenge: string
  readonly rp: { readonly id?: string }
  readonly user: { readonly id: string }
}

/** What the device answers differently from a right one. */
export interface Deviation {
  readonly origin?: string
  readonly site?: string
  readonly challenge?: string
  readonly isUserVerified?: boolean
  readonly isInFrame?: boolean
  readonly type?: string
  readonly userHandle?: string
  /** The count of uses that it states; by default each use counts one up. */
  readonly count?: number
}

const FLAGS = { present: 0x01, verified: 0x04, syncable: 0x08, backedUp: 0x10, made: 0x40 }

/**
 * A device of one passkey that makes the bytes which real ones make: an ES256 key, attestation
 * `none`, and a counter. It asks its person nothing.
 */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(32).toString('base64url')
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #userHandle = ''
  #count: number

  /** @param counts false for a device that states 0 for ever, as those do that sync their keys */
  constructor(
    private readonly origin: string,
    private readonly counts = true,
  ) {
    this.#count = counts ? 1 : 0
  }

  make({ challenge, rp, user }: CreationRequest, deviation: Deviation = {}): MadePasskey {
    this.#userHandle = user.id
    const id = Buffer.from(this.credentialId, 'base64url')
    const key = this.#keys.publicKey.export({ format: 'jwk' })
    const [x, y] = [Buffer.from(key.x ?? '', 'base64url'), Buffer.from(key.y ?? '', 'base64url')]
    // An ES256 key on the curve P-256.
    const coseKey: Cbor = {
      map: [
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, x],
        [-3, y],
      ],
    }
    const authData = Buffer.concat([
      this.#authData(rp.id ?? '', FLAGS.made, deviation),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      cbor(coseKey),
    ])
    const attestation: Cbor = {
      map: [
        ['fmt', 'none'],
        ['attStmt', { map: [] }],
        ['authData', authData],
      ],
    }
    return {
      id: this.credentialId,
      clientDataJson: this.#clientData('webauthn.create', challenge, deviation),
      attestationObject: cbor(attestation).toString('base64url'),
      transports: ['internal'],
    }
  }

  sign(
    { challenge, rpId = '' }: { readonly challenge: string; readonly rpId?: string },
    deviation: Deviation = {},
  ): SignedChallenge {
    if (this.counts) this.#count += 1
    const clientDataJson = this.#clientData('webauthn.get', challenge, deviation)
    const authData = this.#authData(rpId, 0, deviation)
    const clientHash = createHash('sha256')
      .update(Buffer.from(clientDataJson, 'base64url'))
      .digest()
    const signature = sign('sha256', Buffer.concat([authData, clientHash]), this.#keys.privateKey)
    return {
      id: this.credentialId,
      clientDataJson,
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: deviation.userHandle ?? this.#userHandle,
    }
  }

  #clientData(type: string, challenge: string, deviation: Deviation): string {
    const data = {
      type: deviation.type ?? type,
      challenge: deviation.challenge ?? challenge,
      origin: deviation.origin ?? this.origin,
      crossOrigin: deviation.isInFrame ?? false,
    }
    return Buffer.from(JSON.stringify(data)).toString('base64url')
  }

  #authData(site: string, moreFlags: number, deviation: Deviation): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(deviation.count ?? this.#count)
    const verified = (deviation.isUserVerified ?? true) ? FLAGS.verified : 0
    const synced = this.counts ? 0 : FLAGS.syncable | FLAGS.backedUp
    const flags = FLAGS.present | verified | synced | moreFlags
    const siteHash = createHash('sha256')
      .update(deviation.site ?? site)
      .digest()
    return Buffer.concat([siteHash, Buffer.from([flags]), count])
  }
}

type Cbor = string | number | Buffer | { readonly map: readonly (readonly [Cbor, Cbor])[] }

/** CBOR of what attestations consist of. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return cborHead(value < 0 ? 1 : 0, value < 0 ? -1 - value : value)
  if (typeof value === 'string')
    return Buffer.concat([cborHead(3, value.length), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value])
  return Buffer.concat([cborHead(5, value.map.length), ...value.map.flat().map(cbor)])
}

function cborHead(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size])
  if (size < 256) return Buffer.from([(kind << 5) | 24, size])
  return Buffer.from([(kind << 5) | 25, size >> 8, size & 0xff])
}
