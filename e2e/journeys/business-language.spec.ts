import { expect, test } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { startInstance } from '@/testing/application-instance'
import { startTestMerchant } from '@/testing/merchant'
import { signIn } from '@/testing/over-http/sign-in'

// An instance of its own: all people of a business read its language and its clock.
test('business: who has chosen nothing reads the one language it offers, and its clock @long', async () => {
  const merchant = await startTestMerchant()
  const instance = await startInstance(merchant)
  try {
    const { id } = await merchant.newPayment((reference) =>
      merchant.sandbox.control.createTransaction({ reference, createdAt: '2026-11-02T09:30:00Z' }),
    )
    const cookie = await signIn(instance, 'staff@paydesk.example', 'paydesk-demo')
    const read = async () => {
      const headers = { cookie, 'accept-language': 'en' }
      return (await fetch(`${instance.url}/transactions/${id}`, { headers })).text()
    }
    const before = await read()
    expect(before).toContain('<html lang="en"')
    expect(before).toMatch(/2 Nov 2026,? (at )?10:30/)

    const settings = { languages: ['nb'], time_zone: 'Pacific/Auckland' }
    for (const [key, value] of Object.entries(settings)) {
      await merchant.owner.run((db) =>
        db.execute(sql`
          insert into organization_settings (key, value)
          values (${key}, ${JSON.stringify(value)}::jsonb)`),
      )
    }
    await expect.poll(read, { timeout: 10_000 }).toContain('<html lang="nb"')
    expect(await read()).toMatch(/2\. nov\. 2026,? (kl\. )?22:30/)
  } finally {
    instance.process.kill('SIGKILL')
    await merchant.stop()
  }
})
