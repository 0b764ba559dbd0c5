import type { OperationKind } from '@/lib/domain/operation/operation'
import type { DatabaseAction } from '../model/database-rules'
import type { FaultId } from '../model/fault-ids'
import {
  changedAnswer,
  changedReads,
  webhook,
  withReads,
  write,
  type Point,
  type Variant,
} from './variant'

const MOVES: readonly OperationKind[] = ['capture', 'refund', 'void']
const BY_AMOUNT: readonly OperationKind[] = ['capture', 'refund']
const HOUR_MS = 3_600_000

const NETWORK: readonly Variant[] = [
  { fault: 'N1', injection: { type: 'connection', name: 'unknown-name' } },
  { fault: 'N1', injection: { type: 'connection', name: 'refused' } },
  { fault: 'N1', injection: { type: 'connection', name: 'no-tls' } },
  { fault: 'N2', injection: { type: 'write', action: { type: 'hold' } } },
  write('N3', { type: 'hang', when: 'before' }),
  write('N3', { type: 'hang', when: 'after' }),
  write('N3', { type: 'delay', afterMs: 1_500 }),
  write('N3', { type: 'delay', beforeMs: 1_300 }),
  write('N4', { type: 'drop', when: 'before' }),
  write('N4', { type: 'drop', when: 'after' }),
  write('N4', { type: 'reset-mid-body' }),
  write('N5', { type: 'slow-drip', bytesPerSecond: 50 }),
  write('N6', { type: 'oversized', bytes: 1_700_000 }),
  { fault: 'N7', injection: { type: 'write', action: { type: 'stale' } } },
  { fault: 'N8', injection: { type: 'connection', name: 'foreign' } },
]

const PROVIDER: readonly Variant[] = [
  ...[500, 502, 504].flatMap((status) => [
    write('P1', { type: 'status', status, when: 'before' }),
    write('P1', { type: 'status', status, when: 'after' }),
  ]),
  write('P2', { type: 'status', status: 429, when: 'before' }),
  write('P2', { type: 'status', status: 503, when: 'before' }),
  write('P3', { type: 'refuse', as: 'status-400' }),
  write('P4', { type: 'expire-token' }),
  ...(['json', 'html', 'empty', 'truncated'] as const).flatMap((kind) => [
    write('P5', { type: 'malformed', kind, when: 'after' }),
    write('P5', { type: 'malformed', kind, when: 'before' }),
  ]),
  write('P6', { type: 'refuse', as: 'failed-event' }),
  write('P7', { type: 'alter', set: { amount: 7 } }, { mayNeedReview: true }),
  write('P7', { type: 'alter', set: { currency: 'ISK' } }, { mayNeedReview: true }),
  write('P7', { type: 'alter', set: { id: 'T11112222.other' } }, { mayNeedReview: true }),
  withReads(
    'P7',
    { type: 'alter', set: { amount: 7 } },
    { type: 'alter', set: { amount: 7 } },
    1_000,
    { kinds: BY_AMOUNT, mayNeedReview: true },
  ),
  write('P8', { type: 'alter', set: { status: 'ASTONISHED' } }),
  write('P8', { type: 'status', status: 299, when: 'after' }),
  write('P9', { type: 'accepted', closeAfterMs: 600, closeAs: 'done' }, { kinds: MOVES }),
  write('P9', { type: 'accepted', closeAfterMs: 600, closeAs: 'refused' }, { kinds: MOVES }),
  write('P10', { type: 'accepted', closeAs: 'never' }, { kinds: MOVES, mayNeedReview: true }),
  withReads('P11', { type: 'drop', when: 'after' }, { type: 'status', status: 503 }, 3),
  withReads('P11', { type: 'hang', when: 'before' }, { type: 'drop', when: 'before' }, 2),
  withReads('P11', { type: 'drop', when: 'after' }, { type: 'malformed', kind: 'html' }, 3),
  write('P12', [
    { type: 'lag', ms: 1_800 },
    { type: 'drop', when: 'after' },
  ]),
  write('P12', [
    { type: 'lag', ms: 1_200 },
    { type: 'hang', when: 'after' },
  ]),
  { fault: 'L1', injection: { type: 'import', with: 'empty-page' } },
  { fault: 'L2', injection: { type: 'import', with: 'unreadable-payment' } },
  { fault: 'R1', injection: { type: 'read-limit', tellsTime: true } },
  { fault: 'R1', injection: { type: 'read-limit', tellsTime: false } },
  {
    fault: 'P13',
    injection: { type: 'write', action: { type: 'twice' } },
    kinds: BY_AMOUNT,
    mayNeedReview: true,
  },
  changedReads('P14', 'newest-missing'),
  changedReads('P14', 'newest-missing', { kinds: MOVES }, { type: 'accepted', closeAfterMs: 600 }),
  changedAnswer('P14', 'newest-missing'),
  changedReads('P15', 'nulls'),
  changedReads('P15', 'amounts-null'),
  changedAnswer('P15', 'nulls'),
  changedAnswer('P15', 'amounts-null'),
  changedReads('P16', 'contradictory', { kinds: BY_AMOUNT }),
  changedAnswer('P16', 'contradictory', { kinds: BY_AMOUNT }),
]

function kill(fault: FaultId, at: Point, inRepair = false): Variant {
  return { fault, injection: { type: 'kill', at, inRepair } }
}

const KILLS: readonly Variant[] = [
  kill('K0', { statement: 'page', action: 'freeze-before' }),
  kill('K1', { statement: 'page', action: 'freeze-after' }),
  kill('K2', { statement: 'intent', action: 'freeze-before' }),
  kill('K3', { statement: 'intent', action: 'freeze-after' }),
  kill('K4', { provider: 'freeze-before' }),
  kill('K5', { provider: 'freeze-after' }),
  kill('K6', { statement: 'outcome', action: 'freeze-before' }),
  kill('K7', { statement: 'outcome', action: 'freeze-after' }),
  kill('K8', { statement: 'claim', action: 'freeze-after' }, true),
  kill('K9', { statement: 'repair-outcome', action: 'freeze-before' }, true),
  kill('K10', { statement: 'repair-outcome', action: 'freeze-after' }, true),
  kill('K11', { statement: 'snapshot', action: 'freeze-before' }, true),
]

const WEBHOOKS: readonly Variant[] = [
  webhook('W1', 'duplicated'),
  webhook('W2', 'late'),
  webhook('W3', 'forged'),
  webhook('W3', 'oversized'),
  webhook('K12', 'killed'),
]

const ON_THE_WAY = ['page', 'intent', 'outcome'] as const
const BY_REPAIR = ['repair-outcome', 'snapshot'] as const

function around(fault: FaultId, actions: readonly DatabaseAction[]): Variant[] {
  return actions.flatMap((action) => [
    ...ON_THE_WAY.map((statement): Variant => ({
      fault,
      injection: { type: 'statement', statement, action },
    })),
    ...BY_REPAIR.map((statement): Variant => ({
      fault,
      injection: { type: 'statement', statement, action, inRepair: true },
    })),
  ])
}

const DATABASE: readonly Variant[] = [
  ...around('D1', ['drop-before', 'drop-after']),
  ...(['intent', 'outcome'] as const).map((statement): Variant => ({
    fault: 'D2',
    injection: { type: 'outage', statement },
  })),
  ...around('D3', ['deadlock']),
  ...around('D4', ['hang-before', 'hang-after', 'late']),
]

const PEOPLE: readonly Variant[] = [
  { fault: 'C1', injection: { type: 'two-people' } },
  { fault: 'C2', injection: { type: 'double-click', otherInput: false } },
  { fault: 'C2', injection: { type: 'double-click', otherInput: true }, kinds: BY_AMOUNT },
  { fault: 'C3', injection: { type: 'capture-against-void' }, kinds: ['capture'] },
  {
    fault: 'C4',
    injection: { type: 'pause', at: { statement: 'intent', action: 'freeze-after' } },
  },
  {
    fault: 'C4',
    injection: {
      type: 'pause',
      at: { statement: 'claim', action: 'freeze-after' },
      inRepair: true,
    },
  },
  {
    fault: 'C4',
    injection: {
      type: 'pause',
      at: { statement: 'repair-outcome', action: 'freeze-before' },
      inRepair: true,
    },
  },
  { fault: 'B1', injection: { type: 'browser', lost: 'request', isHasty: false } },
  { fault: 'B1', injection: { type: 'browser', lost: 'request', isHasty: true } },
  { fault: 'B2', injection: { type: 'browser', lost: 'reply', isHasty: false } },
  { fault: 'B2', injection: { type: 'browser', lost: 'reply', isHasty: true } },
  ...[-400, -1, -0.01, 0.01, 1, 400].map((hours): Variant => ({
    fault: 'T1',
    injection: { type: 'clock', offsetMs: Math.round(hours * HOUR_MS) },
  })),
  { fault: 'O1', injection: { type: 'portal', when: 'before' } },
  { fault: 'O1', injection: { type: 'portal', when: 'meanwhile' } },
  ...(['before-effect', 'after-effect'] as const).flatMap((when) =>
    [true, false].flatMap((isLost) =>
      [true, false].map((isSame): Variant => ({
        fault: 'O3',
        injection: { type: 'colleague', when, isLost, isSame },
        kinds: MOVES,
      })),
    ),
  ),
  { fault: 'O2', injection: { type: 'expired' }, kinds: ['capture', 'update_authorization'] },
]

/** The default variants of all faults; a provider may have others, or none. */
export const DEFAULT_VARIANTS: readonly Variant[] = [
  ...NETWORK,
  ...PROVIDER,
  ...KILLS,
  ...WEBHOOKS,
  ...DATABASE,
  ...PEOPLE,
]
