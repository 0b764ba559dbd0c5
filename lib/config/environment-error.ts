/** The environment of the process is not as it must be; the message holds names and no values. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}
