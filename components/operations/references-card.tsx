import { Card } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import type { OperationStory } from '@/lib/domain/operation-story'

/** The names by which the provider's support finds it. */
export function ReferencesCard({ story }: { readonly story: OperationStory }) {
  const { operation, providerReference, providerTransactionId, orderReference } = story
  return (
    <Card id="references" title="References">
      <Facts>
        {orderReference !== null && <Fact name="Order" value={orderReference} copy />}
        <Fact name="Payment id" value={providerTransactionId} copy code />
        <Fact name="Our reference" value={operation.reference} copy code />
        {providerReference !== null && (
          <Fact name="Their reference" value={providerReference} copy code />
        )}
        <Fact name="Operation id" value={operation.id} copy code />
      </Facts>
    </Card>
  )
}
