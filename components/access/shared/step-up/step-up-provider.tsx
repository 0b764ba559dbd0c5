'use client'

import { createContext, lazy, Suspense, use, useCallback, useState, type ReactNode } from 'react'
import type { ProofWay } from '@/lib/domain/access/second-factor'
import type { StepUpActions } from './step-up-fields'

/** No part of the page until a proof is asked for. */
const StepUpDialog = lazy(() => import('./step-up-dialog'))

type AskForProof = (ways: readonly ProofWay[]) => Promise<boolean>

const StepUpContext = createContext<AskForProof | null>(null)

interface Request {
  readonly ways: readonly ProofWay[]
  readonly settle: (isProved: boolean) => void
}

interface Props {
  readonly actions: StepUpActions
  readonly children: ReactNode
}

/** Lets the parts within ask the reader for a fresh second factor. */
export function StepUpProvider({ actions, children }: Props) {
  const [request, setRequest] = useState<Request | null>(null)

  const ask = useCallback<AskForProof>(
    (ways) =>
      new Promise((resolve) => {
        const settle = (isProved: boolean) => {
          setRequest(null)
          resolve(isProved)
        }
        setRequest({ ways, settle })
      }),
    [],
  )

  return (
    <StepUpContext value={ask}>
      {children}
      {request !== null && (
        <Suspense>
          <StepUpDialog
            ways={request.ways}
            actions={actions}
            onProved={() => request.settle(true)}
            onCancel={() => request.settle(false)}
          />
        </Suspense>
      )}
    </StepUpContext>
  )
}

/** What asks for a fresh second factor, true once it is proved; null where no one can be asked. */
export function useStepUp(): AskForProof | null {
  return use(StepUpContext)
}
