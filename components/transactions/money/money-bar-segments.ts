import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OpenState } from '@/lib/domain/operation/outcome'
import { heldMinor, refundableMinor, type Totals } from '@/lib/domain/payment/transaction'

export type SegmentKind =
  'kept' | 'refunding' | 'refunded' | 'capturing' | 'held' | 'releasing' | 'released'

/** `hatched` is in progress, `striped` has an unknown outcome. */
export type SegmentPattern = 'solid' | 'hatched' | 'striped'

export interface Segment {
  readonly kind: SegmentKind
  readonly pattern: SegmentPattern
  readonly amountMinor: number
  /** Start and length as fractions of the authorized amount. */
  readonly start: number
  readonly share: number
}

/** The operation that may be moving money at this moment. */
export interface MovingMoney {
  readonly kind: OperationKind
  readonly state: OpenState
  readonly amountMinor: number
}

/**
 * The parts of the money bar from left to right. Their amounts add up to what was authorized:
 * kept and refunded are what was captured, the rest is held or released. Money in motion is cut
 * out of where it still is.
 */
export function moneyBarSegments(totals: Totals, moving: MovingMoney | null): readonly Segment[] {
  const { authorizedMinor } = totals
  if (authorizedMinor <= 0) return []
  const pattern = movingPattern(moving)
  const capturing = movingPart(moving, ['capture', 'confirm_receipt'], heldMinor(totals))
  const releasing = movingPart(moving, ['void'], heldMinor(totals))
  const refunding = movingPart(moving, ['refund'], refundableMinor(totals))

  const parts: readonly Omit<Segment, 'start' | 'share'>[] = [
    { kind: 'kept', pattern: 'solid', amountMinor: refundableMinor(totals) - refunding },
    { kind: 'refunding', pattern, amountMinor: refunding },
    { kind: 'refunded', pattern: 'solid', amountMinor: totals.refundedMinor },
    { kind: 'capturing', pattern, amountMinor: capturing },
    { kind: 'held', pattern: 'solid', amountMinor: heldMinor(totals) - capturing - releasing },
    { kind: 'releasing', pattern, amountMinor: releasing },
    { kind: 'released', pattern: 'solid', amountMinor: totals.releasedMinor },
  ]

  let before = 0
  return parts
    .filter((part) => part.amountMinor > 0)
    .map((part) => {
      const start = before / authorizedMinor
      before += part.amountMinor
      return { ...part, start, share: part.amountMinor / authorizedMinor }
    })
}

function movingPart(
  moving: MovingMoney | null,
  kinds: readonly OperationKind[],
  available: number,
): number {
  if (moving === null || !kinds.includes(moving.kind)) return 0
  return Math.max(0, Math.min(moving.amountMinor, available))
}

function movingPattern(moving: MovingMoney | null): SegmentPattern {
  return moving?.state === 'unknown' || moving?.state === 'needs_review' ? 'striped' : 'hatched'
}
