import { lazy, Suspense, type RefObject } from 'react'
import type { StepUpActions } from '@/components/access/shared/step-up/step-up-fields'
import { Spinner } from '@/components/ui/spinner'
import type { ProofWay } from '@/lib/domain/access/second-factor'
import type { Failure } from '@/lib/domain/operation/result'
import type { OperationPhase } from './run/use-dialog-phase'

/** No part of a dialog until a proof is asked for. */
const StepUpPanel = lazy(() => import('@/components/access/shared/step-up/step-up-panel'))

interface Props {
  /** What was sent, as its button said it. */
  readonly about: string
  readonly ways: readonly ProofWay[]
  readonly actions: StepUpActions
  /** The form in whose place it asks; the form is hidden meanwhile, and stays as it is. */
  readonly form: RefObject<HTMLFormElement | null>
  /** Afterwards: goes on with what was sent, or shows the form again. */
  readonly onEnd: (isProved: boolean) => void
}

/** Asks for a fresh second factor within an operation dialog. */
export function DialogStepUp({ about, ways, actions, form, onEnd }: Props) {
  function end(isProved: boolean) {
    onEnd(isProved)
    // The form comes back with the next rendering.
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[type=submit]')?.focus()
    })
  }
  return (
    <Suspense fallback={<Spinner className="text-ink-soft m-6" />}>
      <StepUpPanel
        about={about}
        ways={ways}
        actions={actions}
        onProved={() => end(true)}
        onCancel={() => end(false)}
      />
    </Suspense>
  )
}

interface Refusal {
  readonly phase: OperationPhase
  readonly failure: Failure | null
}

/** The ways to prove the second factor that what was sent waits for; null where it waits for none. */
export function waysToProve({ phase, failure }: Refusal): readonly ProofWay[] | null {
  const isWaiting = phase === 'ready' && failure?.code === 'step_up_required'
  return isWaiting ? failure.values.ways : null
}
