import { useEffect } from 'react'
import { type KeyCommand, keyCommand } from '../key-command.ts'

/**
 * Listens for the page's key commands.
 * @param act returns whether the command did something; only then is the key's own effect prevented
 */
export function useKeys(areKeysOn: boolean, act: (command: KeyCommand) => boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = keyCommand(event, isField(event.target), areKeysOn)
      if (command !== undefined && act(command)) event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [areKeysOn, act])
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, input, select, [contenteditable]')
}
