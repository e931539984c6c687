import { type RefObject, useId } from 'react'
import type { DisplaySetting } from '../display-setting.ts'
import type { ChangeDisplay } from '../hook/use-display.ts'

interface Props {
  readonly dialogRef: RefObject<HTMLDialogElement | null>
  readonly display: DisplaySetting
  readonly onDisplay: ChangeDisplay
}

const KEYS: readonly (readonly [string, string])[] = [
  ['回车', '发送问题'],
  ['Shift＋回车', '问题中换行'],
  ['/', '到提问框'],
  ['n', '新对话'],
  ['[ 和 ]', '上一处、下一处出处'],
  ['Esc', '关闭原文，回到出处编号；停止回答'],
  ['?', '打开本表'],
]

/** The list of keys; single keys can be switched off for readers who type by voice or by accident. */
export function KeyHelp({ dialogRef, display, onDisplay }: Props) {
  const titleId = useId()
  return (
    <dialog ref={dialogRef} className="key-help" aria-labelledby={titleId}>
      <h2 id={titleId}>快捷键</h2>
      <dl>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="switch">
        <input
          type="checkbox"
          checked={display.areKeysOn}
          onChange={(event) => onDisplay({ areKeysOn: event.target.checked })}
        />
        启用单键快捷键（/、n、[、]、?）
      </label>
      <form method="dialog">
        <button type="submit">关闭</button>
      </form>
    </dialog>
  )
}
