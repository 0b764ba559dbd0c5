import type { StepUpActions } from '@/components/access/shared/step-up/step-up-fields'
import { startStepUpByPasskey, stepUpByPasskey, stepUpWithCode } from './actions'

/** For the pages with actions that may need a fresh second factor. */
export const STEP_UP_ACTIONS: StepUpActions = {
  withCode: stepUpWithCode,
  startPasskey: startStepUpByPasskey,
  byPasskey: stepUpByPasskey,
}
