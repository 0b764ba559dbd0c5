'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { BATCH_NO_RESPONSE } from '@/components/transactions/select/use-rehearsal'
import type { FileRehearsal, UnnamedColumns } from '@/lib/domain/batch/batch-inputs'
import { failure as failureOf, type Result } from '@/lib/domain/operation/result'
import { uploadFile, uploadPath, type WantedUpload } from './upload-file'

/** Sends one file at a time, and opens its batch; asks for the columns first where they are unclear. */
export function useUpload(maxBytes: number, onDone: () => void) {
  const router = useRouter()
  /** The id of a request without a response, and what it asked for. */
  const kept = useRef<{ readonly about: string; readonly batchId: string } | null>(null)
  const [columns, setColumns] = useState<UnnamedColumns | null>(null)
  const [count, setCount] = useState(0)
  const { isPending, failure, run, forget } = useOneAtATime(read, BATCH_NO_RESPONSE)

  async function read(wanted: Omit<WantedUpload, 'batchId'>): Promise<Result<FileRehearsal>> {
    if (wanted.file.size > maxBytes) {
      return failureOf('file_too_large', { values: { megabytes: maxBytes / 1024 ** 2 } })
    }
    const { file } = wanted
    const path = uploadPath({ ...wanted, batchId: '' })
    const about = `${path} ${String(file.size)} ${String(file.lastModified)}`
    const batchId = kept.current?.about === about ? kept.current.batchId : crypto.randomUUID()
    kept.current = { about, batchId }
    return uploadFile({ ...wanted, batchId })
  }

  async function send(wanted: Omit<WantedUpload, 'batchId'>): Promise<void> {
    const result = await run(wanted)
    if (result?.ok !== true) return
    if (result.value.found === 'columns') {
      setColumns(result.value)
      setCount((before) => before + 1)
      return
    }
    kept.current = null
    onDone()
    router.push(`/transactions/batches/${result.value.batchId}`)
  }

  function forgetFile() {
    kept.current = null
    setColumns(null)
    forget()
  }

  return { isPending, failure, send, columns, columnsKey: count, forget: forgetFile }
}
