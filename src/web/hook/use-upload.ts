import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobJson } from '../../api/job-schema.ts'
import { isAbort } from '../api-client.ts'
import { getJob, postFiles } from '../upload-client.ts'

export type Upload =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly files: number }
  | { readonly kind: 'reading' | 'done'; readonly job: JobJson }
  | { readonly kind: 'failed'; readonly error: Error }

const POLL_MS = 300

/**
 * Sends files and follows the job that reads them.
 * @param onDone told when a job is over
 */
export function useUpload(onDone: () => void): readonly [Upload, (files: readonly File[]) => void] {
  const [upload, setUpload] = useState<Upload>({ kind: 'idle' })
  const controller = useRef<AbortController>(null)
  useEffect(() => () => controller.current?.abort(), [])
  const send = useCallback(
    (files: readonly File[]) => {
      controller.current?.abort()
      const own = new AbortController()
      controller.current = own
      setUpload({ kind: 'sending', files: files.length })
      follow(files, own.signal, setUpload).then(onDone, (error: unknown) => {
        if (!isAbort(error))
          setUpload({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
      })
    },
    [onDone],
  )
  return [upload, send]
}

async function follow(
  files: readonly File[],
  signal: AbortSignal,
  show: (upload: Upload) => void,
): Promise<void> {
  let job = await postFiles(files, signal)
  while (job.status === 'running') {
    show({ kind: 'reading', job })
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    job = await getJob(job.id, signal)
  }
  show({ kind: 'done', job })
}
