import { useRef, useState } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'
import { asError } from '../hook/use-resource.ts'
import { getFile } from '../outline-client.ts'
import { saveFile } from '../save-file.ts'
import { Failure } from './failure.tsx'

const FORMS = [
  ['docx', 'comments', 'Word，出处作批注'],
  ['docx', 'annex', 'Word，出处作附表'],
  ['docx', 'clean', 'Word，清样（不带出处）'],
  ['md', 'comments', 'Markdown'],
  ['json', 'comments', 'JSON'],
] as const

type State =
  | { readonly kind: 'idle' | 'making' | 'done' }
  | { readonly kind: 'failed'; readonly error: Error }

/** The draft as a file; what must still be looked at stands under the choice. */
export function DraftExport({ outline }: { readonly outline: OutlineJson }) {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const isBusy = useRef(false)
  const take = async (format: string, mode: string) => {
    if (isBusy.current) return
    isBusy.current = true
    setState({ kind: 'making' })
    try {
      saveFile(await getFile(outline.id, format, mode))
      setState({ kind: 'done' })
    } catch (error) {
      setState({ kind: 'failed', error: asError(error) })
    } finally {
      isBusy.current = false
    }
  }
  return (
    <details className="draft-export">
      <summary>导出</summary>
      <div>
        <ul>
          {FORMS.map(([format, mode, label]) => (
            <li key={label}>
              <button
                type="button"
                className="quiet"
                aria-disabled={state.kind === 'making'}
                onClick={() => take(format, mode)}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
        <div role="status">
          {state.kind === 'making' && <p className="note">正在生成文件。</p>}
          {state.kind === 'done' && <p className="note">文件已交给浏览器下载。</p>}
          {state.kind === 'failed' && <Failure error={state.error} onRetry={null} />}
        </div>
        {outline.export_warnings.length > 0 && (
          <ul className="note export-warnings" aria-label="导出前请看">
            {outline.export_warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
