import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file that questions are asked over. */
export interface CorpusFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** All files of a folder in the order of their names; folders in it and hidden files are left out. */
export function filesOf(folder: string): readonly CorpusFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
    .map((file) => ({ file, bytes: readFileSync(join(folder, file)) }))
}

/** The plans of a folder whose gold for reading is written into them; the marks and the line of metadata are taken out. */
export function markedPlansOf(folder: string): readonly CorpusFile[] {
  return filesOf(folder)
    .filter(({ file }) => file.endsWith('.txt'))
    .map(({ file, bytes }) => {
      const marked = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      const text = marked.slice(marked.indexOf('\n') + 1).replace(/⟦\w+:|⟧|‹\d›|‹\/›/gu, '')
      return { file, bytes: new TextEncoder().encode(text) }
    })
}
