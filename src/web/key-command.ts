export type KeyCommand =
  | 'focus-question'
  | 'new-conversation'
  | 'next-citation'
  | 'previous-citation'
  | 'show-keys'
  | 'close'

export interface KeyPress {
  readonly key: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Full-width forms are what the same keys give while a Chinese input method is on. */
const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  '/': 'focus-question',
  '、': 'focus-question',
  '／': 'focus-question',
  n: 'new-conversation',
  ']': 'next-citation',
  '】': 'next-citation',
  '[': 'previous-citation',
  '【': 'previous-citation',
  '?': 'show-keys',
  '？': 'show-keys',
}

/** Safari ends a composition before the Enter that confirmed it arrives; only keyCode 229 gives it away. */
export function isComposingKey(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229
}

/**
 * The command a key press stands for, or undefined.
 * @param isTyping whether the press went into a field, where only Esc is a command
 * @param areLettersOn whether single-key commands are switched on (WCAG 2.1.4)
 */
export function keyCommand(
  press: KeyPress,
  isTyping: boolean,
  areLettersOn: boolean,
): KeyCommand | undefined {
  if (isComposingKey(press) || press.ctrlKey || press.metaKey || press.altKey) return undefined
  if (press.key === 'Escape') return 'close'
  return isTyping || !areLettersOn ? undefined : COMMANDS[press.key]
}
