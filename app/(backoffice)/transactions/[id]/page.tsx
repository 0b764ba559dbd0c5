import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { TransactionScreen } from '@/components/transactions/transaction-screen'
import { database } from '@/db/client'
import { findTransactionView } from '@/db/queries/transactions'
import { requireActor } from '@/lib/access/session'
import type { Actor } from '@/lib/domain/actor'
import { captureCapability, type Capability } from '@/lib/domain/capability'
import { isPermitted } from '@/lib/domain/permission'
import type { TransactionView } from '@/lib/domain/transaction-view'
import { ROLE_LABELS } from '@/lib/format/labels'
import { rolesText } from '@/lib/format/roles'
import { captureTransaction } from './actions'

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

const readTransaction = cache(async (id: string): Promise<TransactionView> => {
  return (await findTransactionView(database(), id)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireActor()
  const { orderReference } = await readTransaction((await params).id)
  return { title: `${orderReference === null ? 'Payment' : `Order ${orderReference}`} · Paydesk` }
}

export default async function TransactionPage({ params }: Props) {
  const actor = await requireActor()
  const transaction = await readTransaction((await params).id)
  return (
    <TransactionScreen
      transaction={transaction}
      capture={captureFor(actor, transaction)}
      captureAction={captureTransaction}
      now={new Date()}
    />
  )
}

/** What the payment allows comes first: a role only matters where something could be done. */
function captureFor(actor: Actor, transaction: TransactionView): Capability {
  const capability = captureCapability(transaction)
  if (!capability.allowed || isPermitted(actor.role, 'operate:capture')) return capability
  return {
    allowed: false,
    reason: `Your role, ${ROLE_LABELS[actor.role]}, may not capture. Ask ${rolesText('operate:capture')}.`,
  }
}
