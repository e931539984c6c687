import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { JobJson } from '../../api/job-schema.ts'
import { isAbort } from '../api-client.ts'
import { followJob, getRunningJobs, postFiles } from '../upload-client.ts'
import { asError } from './use-resource.ts'

/** Files on their way into the library. */
export interface Uploads {
  /** The newest first. */
  readonly jobs: readonly JobJson[]
  /** How many files are just being sent. */
  readonly sending: number
  readonly error: Error | null
  send(files: readonly File[]): void
  /** Takes the jobs that are done off the page. */
  clear(): void
}

/**
 * Sends files and follows the jobs that read them, also while another page is shown. Jobs that were running when the
 * page was opened are followed too.
 * @param onDone told when a job is over
 */
export function useUploads(onDone: () => void): Uploads {
  const [jobs, setJobs] = useState<readonly JobJson[]>([])
  const [sending, setSending] = useState(0)
  const [error, setError] = useState<Error | null>(null)
  const controller = useRef<AbortController>(null)
  const fail = useCallback((fault: unknown) => {
    if (!isAbort(fault)) setError(asError(fault))
  }, [])
  const follow = useCallback(
    async (id: string, signal: AbortSignal) => {
      await followJob(id, signal, (job) => setJobs((before) => withJob(before, job)))
      onDone()
    },
    [onDone],
  )
  useEffect(() => {
    const own = new AbortController()
    controller.current = own
    // A service that cannot be reached is told of by the list of documents; nobody has asked for this one.
    const running = getRunningJobs(own.signal).catch(() => [])
    running.then((jobs) => Promise.all(jobs.map(({ id }) => follow(id, own.signal)))).catch(fail)
    return () => own.abort()
  }, [follow, fail])
  const send = useCallback(
    (files: readonly File[]) => {
      const signal = controller.current?.signal
      if (signal === undefined || files.length === 0) return
      setSending((before) => before + files.length)
      setError(null)
      postFiles(files, signal)
        .finally(() => setSending((before) => before - files.length))
        .then((job) => follow(job.id, signal))
        .catch(fail)
    },
    [follow, fail],
  )
  const clear = useCallback(
    () => setJobs((before) => before.filter(({ status }) => status === 'running')),
    [],
  )
  return useMemo(() => ({ jobs, sending, error, send, clear }), [jobs, sending, error, send, clear])
}

function withJob(jobs: readonly JobJson[], job: JobJson): readonly JobJson[] {
  const others = jobs.filter(({ id }) => id !== job.id)
  return [...others, job].sort((a, b) => b.created_at.localeCompare(a.created_at))
}
