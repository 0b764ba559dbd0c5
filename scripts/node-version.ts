const OLDEST = [20, 19] as const

/**
 * Checks that this Node.js is new enough.
 * @param version such as `20.19.4`
 * @throws a sentence that names the version that is needed
 */
export function requireNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isNewEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  if (!isNewEnough) {
    throw new Error(`Paydesk needs Node.js ${OLDEST.join('.')} or newer; this is ${version}.`)
  }
}
