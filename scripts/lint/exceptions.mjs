/** Tables that grow with the house, with more lines than a file may have. */
export const LONG_FILES = {
  '.dependency-cruiser.mjs': 550,
  'lib/config/limits.ts': 450,
}

/** Files with a function above the cap, with the lines of its longest. A number may only fall. */
export const LONG_FUNCTIONS = {
  'app/api/webhooks/[provider]/[connectionId]/route.integration.test.ts': 104,
  'components/transactions/detail/history-entries.test.ts': 133,
  'components/transactions/operate/amount/amount-entry.test.ts': 127,
  'db/queries/operations/insert-intent.integration.test.ts': 104,
  'db/queries/operations/record-outcome-guard.integration.test.ts': 142,
  'db/queries/operations/record-review-decision.integration.test.ts': 102,
  'db/queries/sync/upsert-transaction.integration.test.ts': 219,
  'db/schema/transactions.integration.test.ts': 140,
  'lib/access/action-core.test.ts': 82,
  'lib/domain/evidence/attribution-by-totals.test.ts': 141,
  'lib/domain/rules/capability.test.ts': 120,
  'lib/domain/rules/order-change.test.ts': 130,
  'lib/operations/change-order-items.integration.test.ts': 104,
  'lib/operations/decide-review.integration.test.ts': 85,
  'lib/operations/free-amount.integration.test.ts': 87,
  'lib/operations/oppwa.integration.test.ts': 208,
  'lib/people/people.integration.test.ts': 111,
  'lib/providers/bambora-checkout/interpret-response.test.ts': 86,
  'lib/providers/bambora-native/known-defects.test.ts': 209,
  'lib/providers/dintero/mapper.test.ts': 120,
  'lib/providers/dintero/request-shape.test.ts': 82,
  'lib/providers/dintero/webhook.test.ts': 91,
  'lib/providers/http/send-request.test.ts': 117,
  'lib/providers/oppwa/known-defects-results.test.ts': 88,
  'lib/providers/oppwa/known-defects.test.ts': 101,
  'lib/providers/oppwa/webhook.test.ts': 89,
  'lib/sync/read-deliveries.integration.test.ts': 129,
}
