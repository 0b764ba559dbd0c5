import { forgetEnv } from '@/lib/config/env'
import { startTestMerchant, type TestMerchant } from './merchant'

/**
 * Starts a merchant in a process that also runs tests of other merchants, as those of the browser
 * tests do. The process reads its environment once: it reads it again for this merchant, and when the
 * merchant has stopped for the others.
 */
export async function startOwnMerchant(): Promise<TestMerchant> {
  const before = { ...process.env }
  const merchant = await startTestMerchant()
  forgetEnv()
  return {
    ...merchant,
    stop: async () => {
      await merchant.stop()
      for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
      Object.assign(process.env, before)
      forgetEnv()
    },
  }
}
