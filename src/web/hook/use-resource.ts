import { useCallback, useEffect, useState } from 'react'
import { isAbort } from '../api-client.ts'

/** Something the server is asked for once: not there yet, there, or failed with a way to try again. */
export type Resource<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }

interface Outcome<T> {
  readonly key: string
  readonly value?: T
  readonly error?: Error
}

const WAITING = { kind: 'waiting' } as const

/**
 * Loads what `key` names, again whenever the key changes.
 * @param key null loads nothing and stays waiting
 * @param load must be stable, or every render would ask again
 * @param version another one loads the same again; until that is there the old value stays
 */
export function useResource<T>(
  key: string | null,
  load: (key: string, signal: AbortSignal) => Promise<T>,
  version = 0,
): Resource<T> {
  const [outcome, setOutcome] = useState<Outcome<T>>()
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => {
    setOutcome(undefined)
    setAttempt((count) => count + 1)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt and a new version are reasons to load again
  useEffect(() => {
    if (key === null) return
    const controller = new AbortController()
    load(key, controller.signal).then(
      (value) => controller.signal.aborted || setOutcome({ key, value }),
      (error: unknown) => isAbort(error) || setOutcome({ key, error: asError(error) }),
    )
    return () => controller.abort()
  }, [key, load, attempt, version])
  if (outcome === undefined || outcome.key !== key) return WAITING
  if (outcome.error !== undefined) return { kind: 'failed', error: outcome.error, retry }
  return { kind: 'ready', value: outcome.value as T }
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
