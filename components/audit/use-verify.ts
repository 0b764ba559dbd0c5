'use client'

import { useRef, useState } from 'react'
import type { AuditReport } from '@/lib/domain/audit-report'
import type { Failure, Result } from '@/lib/domain/result'

export type VerifyAction = () => Promise<Result<AuditReport>>

const UNREACHABLE: Failure = { code: 'verify_unreachable' }

/** Verifies once at a time; an older result goes as soon as a new one is asked for. */
export function useVerify(action: VerifyAction) {
  const [isPending, setIsPending] = useState(false)
  const [result, setResult] = useState<Result<AuditReport> | null>(null)
  /** Not state: two clicks before the next drawing must count as one. */
  const busy = useRef(false)

  async function verify() {
    if (busy.current) return
    busy.current = true
    setIsPending(true)
    setResult(null)
    setResult(await action().catch(() => ({ ok: false, error: UNREACHABLE }) as const))
    busy.current = false
    setIsPending(false)
  }

  return { isPending, result, verify }
}
