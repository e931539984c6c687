/** Choices of one reader that only change how the page looks or listens; kept in this browser. */
export interface DisplaySetting {
  /** Null follows the system. */
  readonly theme: 'light' | 'dark' | null
  readonly isLarge: boolean
  readonly areKeysOn: boolean
}

const KEY = 'yaodian.display'
const DEFAULT: DisplaySetting = { theme: null, isLarge: false, areKeysOn: true }

export function loadDisplay(): DisplaySetting {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<DisplaySetting>
    const theme = stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : null
    return { theme, isLarge: stored.isLarge === true, areKeysOn: stored.areKeysOn !== false }
  } catch {
    return DEFAULT
  }
}

export function saveDisplay(setting: DisplaySetting): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(setting))
  } catch {
    // A forbidden storage only means that the choice ends with the page.
  }
}

export function prefersDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches
}

/** Puts the setting on the root element, where the style sheet reads it. */
export function applyDisplay({ theme, isLarge }: DisplaySetting): void {
  const { dataset } = document.documentElement
  dataset.theme = theme ?? (prefersDark() ? 'dark' : 'light')
  dataset.size = isLarge ? 'large' : 'normal'
}
