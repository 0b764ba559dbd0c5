/** The states of an operation; see the edges below for how one follows another. */
export const OPERATION_STATES = [
  'intended',
  'sending',
  'pending',
  'unknown',
  'needs_review',
  'succeeded',
  'refused',
  'not_sent',
  'abandoned',
] as const
export type OperationState = (typeof OPERATION_STATES)[number]

/** States in which money may still move: they keep the reservation and lock the transaction (I3). */
export const OPEN_STATES = ['intended', 'sending', 'pending', 'unknown', 'needs_review'] as const
export type OpenState = (typeof OPEN_STATES)[number]

const EDGES: Readonly<Record<OperationState, readonly OperationState[]>> = {
  intended: ['sending', 'abandoned'],
  sending: ['succeeded', 'refused', 'not_sent', 'pending', 'unknown'],
  pending: ['succeeded', 'refused', 'not_sent', 'needs_review'],
  unknown: ['succeeded', 'refused', 'not_sent', 'pending', 'needs_review'],
  needs_review: ['succeeded', 'refused', 'not_sent'],
  succeeded: [],
  refused: [],
  not_sent: [],
  abandoned: [],
}

/** True when an operation may move from one state to the other (invariant I10). */
export function canMove(from: OperationState, to: OperationState): boolean {
  return EDGES[from].includes(to)
}

/** The states from which `to` may be reached; what a guarded statement puts in its WHERE. */
export function statesBefore(to: OperationState): readonly OperationState[] {
  return OPERATION_STATES.filter((from) => canMove(from, to))
}

/** True while the operation keeps its reservation. */
export function isOpen(state: OperationState): state is OpenState {
  return (OPEN_STATES as readonly OperationState[]).includes(state)
}

/** The verdicts by which people may settle an operation that reading could not. */
export const REVIEW_VERDICTS = ['succeeded', 'refused', 'not_sent'] as const
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number]
