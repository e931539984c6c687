import { useCallback, useEffect, useState } from 'react'
import { applyDisplay, type DisplaySetting, loadDisplay, saveDisplay } from '../display-setting.ts'

export type ChangeDisplay = (change: Partial<DisplaySetting>) => void

export function useDisplay(): readonly [DisplaySetting, ChangeDisplay] {
  const [setting, setSetting] = useState(loadDisplay)
  useEffect(() => {
    applyDisplay(setting)
    saveDisplay(setting)
    const system = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => applyDisplay(setting)
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  }, [setting])
  const change = useCallback<ChangeDisplay>((part) => setSetting((before) => ({ ...before, ...part })), [])
  return [setting, change]
}
