import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id, the library's default algorithm; some 20 ms of one core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/** A hash of an unknown random text, made with the parameters above. */
const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$JjJKcpgZgb1SH3TsexfTNA$bSPmrqrPFMk15KQa/jM3N569UvJZ79+j/tAtAKl4JVM'

/** Argon2id in PHC text form, with a fresh salt. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS)
}

/**
 * True when the password fits the hash. Without a hash, for people who do not exist or have none yet, it takes the
 * same time and returns false.
 */
export async function isPasswordRight(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const isVerified = await verify(passwordHash ?? DUMMY_HASH, password)
  return isVerified && passwordHash !== null
}
