import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { JobJson } from '../../api/schema.ts'
import { isAbort } from '../api-client.ts'
import { followJob, postFiles } from '../upload-client.ts'
import { asError } from './use-resource.ts'

/** Files on their way into the library. */
export interface Uploads {
  /** The newest first, with the names of the files that were sent. */
  readonly jobs: readonly FollowedJob[]
  /** How many files are just being sent. */
  readonly sending: number
  readonly error: Error | null
  send(files: readonly File[]): void
  /** Takes the jobs that are done off the page. */
  clear(): void
}

export interface FollowedJob {
  readonly job: JobJson
  readonly names: readonly string[]
}

/**
 * Sends files and follows the jobs that read them, also while another page is shown.
 * @param onDone told when a job is over
 */
export function useUploads(onDone: () => void): Uploads {
  const [jobs, setJobs] = useState<readonly FollowedJob[]>([])
  const [sending, setSending] = useState(0)
  const [error, setError] = useState<Error | null>(null)
  const controller = useRef<AbortController>(null)
  useEffect(() => {
    const own = new AbortController()
    controller.current = own
    return () => own.abort()
  }, [])
  const send = useCallback(
    (files: readonly File[]) => {
      const signal = controller.current?.signal
      if (signal === undefined || files.length === 0) return
      const names = files.map(({ name }) => name)
      const show = (job: JobJson) =>
        setJobs((before) => [{ job, names }, ...before.filter((other) => other.job.id !== job.id)])
      const run = async () => {
        setSending((before) => before + files.length)
        setError(null)
        const job = await postFiles(files, signal).finally(() =>
          setSending((before) => before - files.length),
        )
        show(job)
        await followJob(job.id, signal, show)
        onDone()
      }
      run().catch((fault: unknown) => {
        if (!isAbort(fault)) setError(asError(fault))
      })
    },
    [onDone],
  )
  const clear = useCallback(
    () => setJobs((before) => before.filter(({ job }) => job.status === 'running')),
    [],
  )
  return useMemo(() => ({ jobs, sending, error, send, clear }), [jobs, sending, error, send, clear])
}
