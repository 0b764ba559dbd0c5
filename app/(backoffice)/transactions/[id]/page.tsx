import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { TransactionScreen } from '@/components/transactions/detail/transaction-screen'
import { availabilities } from '@/components/transactions/operate/availabilities'
import { database } from '@/db/client'
import { listRuleRuns } from '@/db/queries/extension/rules'
import { findUnreadOf } from '@/db/queries/listing/unread-payments'
import { findKeptRest } from '@/db/queries/payment/keep-rest'
import { listTags } from '@/db/queries/payment/payment-tags'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { requireActor } from '@/lib/access/read-session'
import { isRestHeld } from '@/lib/domain/rules/rest'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { STEP_UP_ACTIONS } from '../../step-up/step-up-props'
import { readPaymentAgain } from '../actions'
import {
  captureTransaction,
  changeTransactionItems,
  chargeTransactionAgain,
  checkOperation,
  confirmTransactionReceipt,
  extendTransaction,
  keepTransactionRest,
  payOutTransaction,
  refundTransaction,
  tagTransaction,
  untagTransaction,
  voidTransaction,
  writeTransactionNote,
} from './actions'

const ACTIONS = {
  capture: captureTransaction,
  refund: refundTransaction,
  void: voidTransaction,
  update_authorization: changeTransactionItems,
  extend_authorization: extendTransaction,
  charge_again: chargeTransactionAgain,
  pay_out: payOutTransaction,
  confirm_receipt: confirmTransactionReceipt,
  stepUp: STEP_UP_ACTIONS,
}

const TAG_ACTIONS = { add: tagTransaction, remove: untagTransaction }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

const readTransaction = cache(async (id: string): Promise<TransactionView> => {
  const { scope } = await requireActor()
  return (await findTransactionView(database(), scope, id)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { orderReference } = await readTransaction((await params).id)
  const t = await getTranslations('payment')
  const title =
    orderReference === null
      ? t('pageTitleWithoutOrder')
      : t('pageTitle', { reference: orderReference })
  return { title }
}

export default async function TransactionPage({ params }: Props) {
  const actor = await requireActor()
  const transaction = await readTransaction((await params).id)
  const unread = await findUnreadOf(database(), actor.scope, transaction.id)
  const rest = isRestHeld(transaction)
    ? await findKeptRest(database(), actor.scope, transaction.id)
    : null
  const [tags, ruleRuns] = await Promise.all([
    listTags(database(), actor.scope, transaction.id),
    listRuleRuns(database(), transaction.id),
  ])
  return (
    <TransactionScreen
      transaction={transaction}
      unread={unread}
      keptRest={rest?.kept ?? null}
      tags={tags}
      ruleRuns={ruleRuns}
      available={availabilities(actor.role, transaction)}
      actions={ACTIONS}
      checkAction={checkOperation}
      noteAction={writeTransactionNote}
      readAgainAction={readPaymentAgain}
      keepRestAction={keepTransactionRest}
      tagActions={TAG_ACTIONS}
      now={new Date()}
    />
  )
}
