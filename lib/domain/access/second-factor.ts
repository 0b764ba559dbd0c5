/**
 * How a person can prove a second factor in a session. A `code` is of the app, or a recovery code;
 * people of single sign-on show once more at their provider who they are.
 */
export type ProofWay = 'code' | 'passkey' | 'single_sign_on'

/** A person's second factor as the person sees it. */
export interface SecondFactorView {
  /** Since when an authenticator app is asked for; null without one. */
  readonly appSince: Date | null
  /** Recovery codes that can still be used. */
  readonly codesLeft: number
}

/** An app that is being set up: shown once, for the app to take over. */
export interface AppSetUp {
  /** Base32, for typing it in. */
  readonly secret: string
  /** The same, and whose it is, as a picture to be scanned. */
  readonly picture: QrPicture
}

/** A QR code as a drawing. */
export interface QrPicture {
  /** Width and height in squares, margin included. */
  readonly size: number
  /** The dark squares, as the `d` of an SVG path. */
  readonly path: string
}

/** Recovery codes, shown once. */
export interface ShownCodes {
  readonly codes: readonly string[]
  /** Other browsers that were signed out. */
  readonly sessionsEnded: number
}
