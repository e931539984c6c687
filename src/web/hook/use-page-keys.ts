import { type RefObject, useCallback } from 'react'
import type { KeyCommand } from '../key-command.ts'
import { useKeys } from './use-keys.ts'
import type { SourcePaneControl } from './use-source-pane.ts'

interface Targets {
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
  readonly dialogRef: RefObject<HTMLDialogElement | null>
  readonly pane: SourcePaneControl
  /** Whether an answer stands on the page; only then are there citations to step through. */
  readonly isAnswered: boolean
  startNew(): void
  /** @returns whether something was under way */
  stop(): boolean
}

/** Carries out the key commands of the page. While the list of keys is open, that dialog has the keyboard. */
export function usePageKeys(areKeysOn: boolean, targets: Targets): void {
  const { fieldRef, dialogRef, pane, isAnswered, startNew, stop } = targets
  const { step, close } = pane
  const act = useCallback(
    (command: KeyCommand): boolean => {
      if (dialogRef.current?.open) return false
      switch (command) {
        case 'focus-question':
          fieldRef.current?.focus()
          return fieldRef.current !== null
        case 'new-conversation':
          startNew()
          return true
        case 'next-citation':
          return isAnswered && step(1)
        case 'previous-citation':
          return isAnswered && step(-1)
        case 'show-keys':
          dialogRef.current?.showModal()
          return true
        case 'close':
          return close() || stop()
      }
    },
    [fieldRef, dialogRef, isAnswered, step, close, startNew, stop],
  )
  useKeys(areKeysOn, act)
}
