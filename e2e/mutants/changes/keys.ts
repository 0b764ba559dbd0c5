import type { MutatedFile } from '../mutant'

const BOX = 'lib/config/secret-box.test.ts'
const FILES = 'lib/config/secret-files.test.ts'
const SEALS = 'db/queries/sealed-secrets.integration.test.ts'
const START = 'scripts/application/check-keys.integration.test.ts'
const TOKEN = 'lib/access/session-token.test.ts'

/** Keys and their rotation: seals, the command that renews them, sessions, files, and the start. */
export const KEYS: readonly MutatedFile[] = [
  {
    file: 'lib/config/key-ring.ts',
    tests: [BOX, TOKEN],
    mutants: [
      {
        effect: 'what the previous key made no longer counts',
        find: '[current, previous]',
        replace: '[current]',
      },
    ],
  },
  {
    file: 'lib/config/secret-box.ts',
    tests: [BOX],
    mutants: [
      {
        effect: 'the previous key still seals',
        find: '  { current: key }: KeyRing<Uint8Array>,\n  context: string,\n): string {',
        replace:
          '  { current, previous }: KeyRing<Uint8Array>,\n  context: string,\n): string {\n  const key = previous ?? current',
      },
      {
        effect: 'what earlier versions sealed no longer opens',
        find: '[FIRST_VERSION, headOf(key)].includes(parts.head)',
        replace: 'headOf(key) === parts.head',
      },
      {
        effect: 'the command leaves everything under the previous key',
        find: 'success(isCurrent ? sealed : sealSecret',
        replace: 'success(opened.ok ? sealed : sealSecret',
      },
      {
        effect: 'the command says that a spoiled secret is sealed with the current key',
        find: '  if (!opened.ok) return opened\n  const isCurrent',
        replace:
          '  if (!opened.ok && !sealed.startsWith(headOf(keys.current))) return opened\n  if (!opened.ok) return success(sealed)\n  const isCurrent',
      },
    ],
  },
  {
    file: 'db/queries/sealed-secrets.ts',
    tests: [SEALS],
    mutants: [
      {
        effect: 'sealing anew puts the old secret of a connection over a new one',
        find: ' and secret_ciphertext = ${sealed}\n',
        replace: '\n',
      },
      {
        effect: 'sealing anew puts the old secret of an app over a new one',
        find: ' and sealed_secret = ${sealed}\n',
        replace: '\n',
      },
      {
        effect: 'sealing anew puts the old client secret of single sign-on over a new one',
        find: " and value ->> 'sealedSecret' = ${sealed}\n",
        replace: '\n',
      },
      {
        effect: 'every connection gets the secret of one',
        find: 'where id = ${id}::uuid and secret_ciphertext = ${sealed}',
        replace: 'where ${id}::uuid is not null',
      },
      {
        effect: 'every client signs in again at its provider',
        find: 'set secret_ciphertext = ${resealed}\n',
        replace: 'set secret_ciphertext = ${resealed}, updated_at = now()\n',
      },
      {
        effect: 'apps that were never set up are reported for ever',
        find: 'make_interval(secs => ${LIMITS.access.appSetUpS})',
        replace: "interval '1 year'",
      },
      {
        effect: 'an app that is being set up closes when the previous key goes',
        find: '\n      or app_factors.created_at > now() - make_interval(secs => ${LIMITS.access.appSetUpS})',
        replace: '',
      },
      {
        effect: 'the command begins again and again with the first secret',
        find: 'id > ${after}::uuid',
        replace: 'id >= ${after}::uuid',
      },
    ],
  },
  {
    file: 'db/queries/access/change-own-factor.ts',
    tests: ['db/queries/access/change-own-factor.integration.test.ts'],
    mutants: [
      {
        effect: 'an app that counts already is confirmed again',
        find: 'where user_id = person.id and confirmed_at is null\n',
        replace: 'where user_id = person.id\n',
      },
      {
        effect: 'the code of an earlier secret confirms an app that was begun anew',
        find: '\n            and extract(epoch from created_at) = ${change.madeAt}::numeric',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/keys/find-unreadable-secrets.ts',
    tests: [START],
    mutants: [
      {
        effect: 'a lost key is not found',
        find: '!openSecret(secret.sealed,',
        replace: 'secret.id === secret.sealed && !openSecret(secret.sealed,',
      },
    ],
  },
  {
    file: 'scripts/application/check-keys.ts',
    tests: [START],
    mutants: [
      {
        effect: 'one closed connection keeps all others from their work',
        find: 'if (closed === unreadable.checked) throw',
        replace: 'if (closed > 0) throw',
      },
      {
        effect: 'a wrong key starts, and shows when the first payment fails',
        find: 'if (closed === unreadable.checked) throw',
        replace: 'if (closed > unreadable.checked) throw',
      },
      {
        effect: 'Paydesk does not start while its database is away',
        find: 'findUnreadableSecrets(database).catch(() => null)',
        replace: 'findUnreadableSecrets(database)',
      },
      {
        effect: 'a closed secret is told to no one',
        find: '    log().error(sentence)\n',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/access/session-token.ts',
    tests: [TOKEN],
    mutants: [
      {
        effect: 'a changed secret signs everybody out',
        find: 'for (const secret of keysOf(secrets))',
        replace: 'for (const secret of [secrets.current])',
      },
      {
        effect: 'new sessions end when the previous secret goes',
        find: '  { current: secret }: KeyRing<string>,\n): Promise<string> {',
        replace:
          '  { current, previous }: KeyRing<string>,\n): Promise<string> {\n  const secret = previous ?? current',
      },
    ],
  },
  {
    file: 'lib/access/auth-options.ts',
    tests: ['lib/access/auth-options.integration.test.ts'],
    mutants: [
      {
        effect: 'a program that signs in during a change gets a cookie of the previous secret',
        find: 'Object.assign({}, params, { secret: secrets.current })',
        replace: 'params',
      },
    ],
  },
  {
    file: 'lib/access/csrf-secret.ts',
    tests: [TOKEN],
    mutants: [
      {
        effect: 'a program that signs in during a change is refused',
        find: 'return made ?? secrets.current',
        replace: 'return made === undefined ? secrets.current : secrets.current',
      },
    ],
  },
  {
    file: 'lib/config/secret-files.ts',
    tests: [FILES],
    mutants: [
      {
        effect: 'of two secrets one counts, and no one knows which',
        find: 'if (source[name]) throw',
        replace: 'if (source[name] === file) throw',
      },
      {
        effect: 'a secret in the place of a path is printed',
        find: 'if (!isAbsolute(file)) {',
        replace: 'if (file === String(isAbsolute)) {',
      },
      {
        effect: 'a file loses all blanks at its end, which its secret may have',
        find: "replace(/\\r?\\n$/, '')",
        replace: 'trimEnd()',
      },
      {
        effect: 'the start hangs at a pipe',
        find: "    if (!stats.isFile()) throw unusable(file, 'is no file')\n",
        replace:
          "    if (stats.isDirectory()) throw unusable(file, 'is no file')\n    if (stats.isFIFO()) return Buffer.from('')\n",
      },
    ],
  },
]
