import { useCallback, useState } from 'react'
import type { CorrectionRequestJson } from '../../api/document-schema.ts'
import { RequestError } from '../api-client.ts'
import { patchDocument } from '../document-client.ts'
import { useLibrary } from './use-library.ts'
import { asError } from './use-resource.ts'

/** How the last change of a document went. `stale`: somebody else was faster, and what they changed is now shown. */
export type Edit =
  | { readonly kind: 'idle' | 'saving' | 'saved' | 'stale' }
  | { readonly kind: 'failed'; readonly error: Error }

export const STALE = '这份文件刚被别人改动，您的更改没有保存。现在显示的是最新内容，请核对后再改。'

/**
 * Changes one document, and has everything that shows it loaded again.
 * @returns the state of the last change, and `save`, which tells whether it went well
 */
export function useEdit(
  id: string,
): readonly [Edit, (etag: string, change: CorrectionRequestJson) => Promise<boolean>] {
  const [edit, setEdit] = useState<Edit>({ kind: 'idle' })
  const { changed } = useLibrary()
  const save = useCallback(
    async (etag: string, change: CorrectionRequestJson) => {
      setEdit({ kind: 'saving' })
      try {
        await patchDocument(id, etag, change)
      } catch (error) {
        const isStale = error instanceof RequestError && error.status === 412
        setEdit(isStale ? { kind: 'stale' } : { kind: 'failed', error: asError(error) })
        if (isStale) changed()
        return false
      }
      setEdit({ kind: 'saved' })
      changed()
      return true
    },
    [id, changed],
  )
  return [edit, save]
}
