import { useState } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import { copyToClipboard } from '../clipboard.ts'
import { copyWithSources, plainCopy } from '../copy-text.ts'

/** The answer for use elsewhere, with numbered notes or without. */
export function CopyButtons({ answer }: { readonly answer: AnswerJson }) {
  const [said, setSaid] = useState('')
  const copy = async (text: string) => {
    setSaid((await copyToClipboard(text)) ? '已复制' : '浏览器不允许复制，请手动选取文字')
  }
  return (
    <div className="copy-buttons">
      <button type="button" onClick={() => copy(copyWithSources(answer))}>
        复制（带出处）
      </button>
      <button type="button" onClick={() => copy(plainCopy(answer))}>
        复制纯文本
      </button>
      <button type="button" onClick={() => print()}>
        打印
      </button>
      <span role="status">{said}</span>
    </div>
  )
}
