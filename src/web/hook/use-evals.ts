import { useCallback, useEffect, useRef, useState } from 'react'
import type { RunHeadJson } from '../../api/eval-schema.ts'
import { isAbort } from '../api-client.ts'
import { followRun, getRuns, postRun, type RunWishJson } from '../eval-client.ts'
import { asError, type Resource, useResource } from './use-resource.ts'

/** Evaluations as the page knows them. */
export interface Evals {
  readonly runs: Resource<readonly RunHeadJson[]>
  /** The one under way, whoever started it. */
  readonly running: RunHeadJson | null
  /** Why the last one could not be started or followed. */
  readonly error: Error | null
  start(wish: RunWishJson): void
}

/** Lists the runs, starts one, and follows the one under way to its end. */
export function useEvals(): Evals {
  const [version, setVersion] = useState(0)
  const [running, setRunning] = useState<RunHeadJson | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const controller = useRef<AbortController>(null)
  const runs = useResource('runs', getRuns, version)
  const follow = useCallback(async (id: string) => {
    controller.current ??= new AbortController()
    const { signal } = controller.current
    try {
      await followRun(id, signal, setRunning)
    } catch (fault) {
      if (!isAbort(fault)) setError(asError(fault))
    }
    if (signal.aborted) return
    setRunning(null)
    setVersion((before) => before + 1)
  }, [])
  useEffect(
    () => () => {
      controller.current?.abort()
      controller.current = null
    },
    [],
  )
  const underWay =
    runs.kind === 'ready' ? runs.value.find(({ status }) => status === 'running')?.id : undefined
  const followed = useRef<string>(undefined)
  useEffect(() => {
    if (underWay === undefined || followed.current === underWay) return
    followed.current = underWay
    void follow(underWay)
  }, [underWay, follow])
  const start = useCallback(
    (wish: RunWishJson) => {
      setError(null)
      postRun(wish).then(
        (run) => {
          followed.current = run.id
          setRunning(run)
          void follow(run.id)
        },
        (fault: unknown) => setError(asError(fault)),
      )
    },
    [follow],
  )
  return { runs, running, error, start }
}
