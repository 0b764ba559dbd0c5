import type { Page } from '@playwright/test'

/** A device of the browser's own that keeps passkeys and says that it has checked who uses it. */
export async function addVirtualAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    async verifyPerson(isUserVerified) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
    async clear() {
      await session.send('WebAuthn.clearCredentials', { authenticatorId })
    },
  }
}

interface VirtualAuthenticator {
  /** False for a device that does not recognise who holds it. */
  readonly verifyPerson: (isUserVerified: boolean) => Promise<void>
  /** Forgets all passkeys. */
  readonly clear: () => Promise<void>
}
