import { useCallback, useMemo, useRef, useState } from 'react'
import type { VerificationJson } from '../../api/verification-schema.ts'
import { isAbort } from '../api-client.ts'
import { type KeyedCitation, verifiedCitations } from '../source-key.ts'
import { postFile, postText } from '../verification-client.ts'
import { asError } from './use-resource.ts'

/** What the verification area shows. */
export type VerificationState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done'; readonly verification: VerificationJson; readonly file: string | null }
  | { readonly kind: 'failed'; readonly error: Error }

export interface Verification {
  readonly state: VerificationState
  readonly openable: readonly KeyedCitation[]
  /** The text in the field; it stays while other pages are looked at. */
  readonly draft: string
  setDraft(draft: string): void
  verifyText(text: string): void
  verifyFile(file: File): void
  stop(): void
}

const NONE: readonly KeyedCitation[] = []

/** Has texts and files checked; a new one ends the one under way. */
export function useVerification(): Verification {
  const [state, setState] = useState<VerificationState>({ kind: 'nothing' })
  const [draft, setDraft] = useState('')
  const running = useRef<AbortController | null>(null)
  const run = useCallback((file: string | null, load: (signal: AbortSignal) => Promise<VerificationJson>) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setState({ kind: 'waiting' })
    load(controller.signal).then(
      (verification) => controller.signal.aborted || setState({ kind: 'done', verification, file }),
      (error: unknown) => isAbort(error) || setState({ kind: 'failed', error: asError(error) }),
    )
  }, [])
  const verifyText = useCallback((text: string) => run(null, (signal) => postText(text, signal)), [run])
  const verifyFile = useCallback((file: File) => run(file.name, (signal) => postFile(file, signal)), [run])
  const stop = useCallback(() => {
    running.current?.abort()
    setState({ kind: 'nothing' })
  }, [])
  const openable = useMemo(
    () => (state.kind === 'done' ? verifiedCitations(state.verification) : NONE),
    [state],
  )
  return { state, openable, draft, setDraft, verifyText, verifyFile, stop }
}
