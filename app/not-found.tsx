import type { Metadata } from 'next'
import Link from 'next/link'
import { PlainPage } from '@/components/shell/plain-page'
import { buttonStyle } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found · Paydesk' }

export default function NotFound() {
  return (
    <PlainPage title="There is no such page">
      <p>The address may be mistyped, or what it led to has moved.</p>
      <Link href="/transactions" className={buttonStyle({ className: 'mt-6' })}>
        Go to the transactions
      </Link>
    </PlainPage>
  )
}
